namespace FinInvest.Graph.Model.Ledgers;

/// <summary>A credit that a person has recorded as paid in to restore claim money that was taken from the account.</summary>
/// <param name="Decision">Number of the decision that says so.</param>
public sealed record ReplenishmentMark(int Movement, long Decision);
