namespace FinInvest.Graph.Model.Ledgers;

/// <summary>The rows of one account on one day.</summary>
public readonly record struct DayGroup(int Account, Day Day);
