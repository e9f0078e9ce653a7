namespace FinInvest.Graph.Store.Neo4j.Transport;

/// <summary>One Cypher statement with its parameters.</summary>
/// <param name="Name">The .cypher file it comes from, for messages ("load/rows.cypher").</param>
/// <param name="Text">The statement; values never stand in it.</param>
/// <param name="Parameters">Each value is a long, int, bool, string, null, or an array or list of these, nested as one likes; a map is an IReadOnlyDictionary of them.
/// There are no floating point numbers: money is a long in minor units. Anything else throws ArgumentException before a request is made.</param>
public sealed record CypherStatement(string Name, string Text, IReadOnlyDictionary<string, object?> Parameters)
{
    /// <summary>How long the server may work on it; null = the limit of <see cref="Neo4jSettings.StatementLimit"/>. A client that goes away does not stop its query, so that every statement has one.</summary>
    public TimeSpan? Limit { get; init; }

    /// <summary>How often it is tried in all; null = as often as <see cref="Neo4jSettings.AttemptsMax"/> says.</summary>
    public int? AttemptsMax { get; init; }

    /// <summary>Its name alone: parameters hold names of persons and never go into a log.</summary>
    public override string ToString() => Name;
}
