namespace FinInvest.Graph.Model.Results;

/// <summary>Schedule C of one account under one rule.</summary>
public sealed record RunningLedger(string Account, string Currency, IReadOnlyList<RunningLedgerRow> Rows);
