namespace FinInvest.Graph.Model.Ledgers;

/// <summary>A statement (or the virtual one of an extract) whose rows a ledger rests on; rows point to it by number.</summary>
public readonly record struct LedgerStatement(Sha256 Document, string Id);
