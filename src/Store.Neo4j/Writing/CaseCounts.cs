namespace FinInvest.Graph.Store.Neo4j.Writing;

/// <summary>The highest numbers that the case counts; whatever lies beyond them was never committed.</summary>
internal sealed record CaseCounts(long Loads, long Decisions, long Documents, long Accounts, long Statements, long Currencies, long Rows, long Facts, long Rejects);
