namespace FinInvest.Graph.Assess.Support;

/// <summary>One account of the corridor: the days its history must be known for, and how many of them reconciled statements cover.</summary>
internal sealed record AccountDays(string Account, DayRange Period, int Needed, int Covered);
