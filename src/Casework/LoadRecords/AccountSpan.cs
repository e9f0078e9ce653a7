namespace FinInvest.Graph.Casework.LoadRecords;

/// <summary>Rows of one account in what was loaded, with the first and last booking day among them.</summary>
public sealed record AccountSpan(string Account, long Rows, Day From, Day To);
