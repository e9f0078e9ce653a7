namespace FinInvest.Graph.Model.Ledgers;

/// <summary>A row that names an account of the case whose bank does not report it, or that ties with several.</summary>
public sealed record UnmatchedLeg(RowKey Row, string Account, string Counterparty, long Minor, Day Day, string Reason);
