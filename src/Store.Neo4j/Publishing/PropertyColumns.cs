using System.Globalization;

namespace FinInvest.Graph.Store.Neo4j.Publishing;

/// <summary>Properties as a statement takes them: plain ones as a map, days and shares as texts beside it, since a request has neither.</summary>
internal static class PropertyColumns
{
    /// <summary>Plain properties, days, shares: the last columns of publish/nodes.cypher and publish/links.cypher.</summary>
    public static object?[] Of(IReadOnlyList<(string Name, object? Value)> properties)
    {
        var plain = new Dictionary<string, object?>(StringComparer.Ordinal);
        var days = new List<object?[]>();
        var shares = new List<object?[]>();
        foreach (var (name, value) in properties)
        {
            switch (value)
            {
                case null or Day { IsNone: true }:
                    break;
                case Day day:
                    days.Add([name, day.ToString()]);
                    break;
                case decimal share:
                    shares.Add([name, share.ToString(CultureInfo.InvariantCulture)]);
                    break;
                case string or long or bool or IReadOnlyList<string>:
                    plain.Add(name, value);
                    break;
                default:
                    throw new InvalidOperationException($"Property {name} is a {value.GetType().Name}, which cannot be published.");
            }
        }

        return [plain, days, shares];
    }
}
