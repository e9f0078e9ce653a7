namespace FinInvest.Graph.Store.Neo4j.Transport;

/// <summary>What a transaction's work gave, and the bookmarks of its commit.</summary>
public sealed record CommittedWork<T>(T Result, IReadOnlyList<string> Bookmarks);
