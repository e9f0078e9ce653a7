namespace FinInvest.Graph.Store;

/// <summary>One file of a load: what came in, what was rejected by code, or that the case already held it.</summary>
public sealed record DocumentReceipt(SourceDocument Document, long Postings, long Facts, long Rejects, bool AlreadyHeld);
