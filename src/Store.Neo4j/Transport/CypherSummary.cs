namespace FinInvest.Graph.Store.Neo4j.Transport;

/// <summary>What a statement that ended well did.</summary>
/// <param name="Bookmarks">To be given to whatever must see this statement's writes; empty inside a transaction, whose commit has them.</param>
public sealed record CypherSummary(
    IReadOnlyList<string> Bookmarks,
    long NodesCreated = 0,
    long NodesDeleted = 0,
    long RelationshipsCreated = 0,
    long RelationshipsDeleted = 0,
    long PropertiesSet = 0,
    long LabelsAdded = 0,
    long ConstraintsAdded = 0,
    long IndexesAdded = 0)
{
    /// <summary>Operators of the plan ("NodeByLabelScan") from the top down, when the statement begins with EXPLAIN; else empty.</summary>
    public IReadOnlyList<string> PlanOperators { get; init; } = [];
}
