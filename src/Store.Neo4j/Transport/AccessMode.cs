namespace FinInvest.Graph.Store.Neo4j.Transport;

/// <summary>What a statement may do. The server enforces it: a write in <see cref="Read"/> fails. In a cluster reads may go to any member and writes go to the leader.</summary>
public enum AccessMode
{
    Read,
    Write,
}
