namespace FinInvest.Graph.Casework.MoveCase;

/// <summary>What a bundle carries, for a receipt.</summary>
/// <param name="Hash">SHA-256 of the whole bundle file: two bundles of one case have the same.</param>
/// <param name="Documents">Files whose bytes it carries.</param>
public sealed record CaseBundle(CaseVersion Version, Sha256 Hash, long Bytes, long Documents, long Postings, long Facts, long Rejects, long Decisions);
