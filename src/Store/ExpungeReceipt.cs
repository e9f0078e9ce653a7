namespace FinInvest.Graph.Store;

/// <summary>What an expunging took out.</summary>
/// <param name="Decision">Number of the decision that records it.</param>
/// <param name="Version">Version of the case afterwards.</param>
/// <param name="Postings">Rows taken out now; 0 where an earlier attempt had taken them out.</param>
/// <param name="WasExpunged">An earlier attempt, perhaps broken off, had taken the document out; what it may have left was removed now, and no new decision was made.</param>
public sealed record ExpungeReceipt(Sha256 Document, long Decision, CaseVersion Version, long Postings, long Facts, long Rejects, bool WasExpunged);
