namespace FinInvest.Graph.Store;

/// <summary>What a cache entry was derived from.</summary>
/// <param name="Version">The case's version.</param>
/// <param name="Content">Hash of what the case holds at that version, and of the program that derives from it: equal keys have equal entries.</param>
public sealed record CacheKey(CaseVersion Version, Sha256 Content);
