using System.Collections;
using FinInvest.Graph.Store.Neo4j.Transport;

namespace FinInvest.Graph.Store.Neo4j.Bolt.Channel;

/// <summary>Parameters as the driver takes them, held to the same kinds of values as over HTTP.</summary>
internal static class BoltParameters
{
    public static Dictionary<string, object?> Of(CypherStatement statement) =>
        statement.Parameters.ToDictionary(p => p.Key, p => Value(p.Value, p.Key, statement), StringComparer.Ordinal);

    private static object? Value(object? value, string parameter, CypherStatement statement) => value switch
    {
        null or string or long or int or bool or long[] or string[] => value,
        IReadOnlyDictionary<string, object?> map => map.ToDictionary(p => p.Key, p => Value(p.Value, parameter, statement), StringComparer.Ordinal),
        IEnumerable list and not byte[] => list.Cast<object?>().Select(v => Value(v, parameter, statement)).ToList(),
        _ => throw new ArgumentException($"Parameter ${parameter} of {statement.Name} holds a {value.GetType().Name}; only long, int, bool, string, null, lists and maps of these go to the server."),
    };
}
