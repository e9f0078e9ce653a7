namespace FinInvest.Graph.Reconcile.Statements;

/// <summary>A reconciled stretch of an account: what the effective ledger takes from its listings.</summary>
/// <param name="Sides">Sides in booking order.</param>
/// <param name="Unevidenced">Days whose inner order is not evidenced; null = none.</param>
internal sealed record Period(DayRange Days, long Opening, long Closing, int[] Sides, IReadOnlySet<int>? Unevidenced);
