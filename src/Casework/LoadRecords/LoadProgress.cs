namespace FinInvest.Graph.Casework.LoadRecords;

/// <summary>How far a load is: the file in hand and the rows read so far, for a progress line.</summary>
public sealed record LoadProgress(string File, int FileNumber, int Files, long Rows);
