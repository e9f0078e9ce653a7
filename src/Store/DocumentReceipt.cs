namespace FinInvest.Graph.Store;

/// <summary>One file of a load: what came in, what was rejected by code, or that the case already held it.</summary>
/// <param name="IsExpunged">A court's order took it out since: of the document nothing but its hash is left.</param>
public sealed record DocumentReceipt(SourceDocument Document, long Postings, long Facts, long Rejects, bool AlreadyHeld, bool IsExpunged = false);
