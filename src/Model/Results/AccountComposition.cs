namespace FinInvest.Graph.Model.Results;

/// <summary>Who owns an account's balance on the day it is stated for.</summary>
public sealed record AccountComposition(string Account, string Currency, Day StatedAsOf, long Balance, long Debt, IReadOnlyList<OwnedAmount> Owners);
