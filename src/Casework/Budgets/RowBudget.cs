namespace FinInvest.Graph.Casework.Budgets;

/// <summary>How many rows of a case a ledger may be made of, and for what question. A case with more is answered from the rows that bear on the question.</summary>
/// <param name="Rows">Most rows; at least 1.</param>
/// <param name="Accounts">Accounts that are asked about beside what the case marks.</param>
public sealed record RowBudget(long Rows, IReadOnlyList<string> Accounts);
