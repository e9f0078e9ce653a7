namespace FinInvest.Graph.Trace;

/// <summary>What a trace is asked for.</summary>
/// <param name="Targets">Acquisition keys ("X0#0") or "balance:ACCOUNT"; null = every acquisition.</param>
/// <param name="LedgerAccounts">Accounts whose running ledger (Schedule C) is wanted.</param>
/// <param name="WithFlow">Keep the claim-carrying flow to each target.</param>
/// <param name="WithLinks">Apply the coordination links (definitions C7).</param>
/// <param name="ScoredActs">Acts whose claims count in tau; null = all.</param>
public sealed record TraceOptions(IReadOnlyList<string>? Targets = null, IReadOnlyList<string>? LedgerAccounts = null, bool WithFlow = false, bool WithLinks = false,
    IReadOnlyList<string>? ScoredActs = null);
