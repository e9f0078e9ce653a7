namespace FinInvest.Graph.Store;

/// <summary>What to look for; empty fields match everything.</summary>
public sealed record FindQuery(string Text = "", string Account = "", long? MinorFrom = null, long? MinorTo = null, DayRange? Days = null, int RowsMax = 50);
