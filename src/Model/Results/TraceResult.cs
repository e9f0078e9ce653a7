namespace FinInvest.Graph.Model.Results;

/// <summary>One rule run over the whole ledger.</summary>
/// <param name="Ledgers">Schedule C for the accounts that were asked for.</param>
public sealed record TraceResult(string Rule, string OrderMode, bool Conserving, IReadOnlyList<TargetTrace> Targets, IReadOnlyList<AccountComposition> Closing,
    IReadOnlyList<ClaimTotal> Claims, IReadOnlyList<RunningLedger> Ledgers);
