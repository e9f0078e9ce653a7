using System.Globalization;

namespace FinInvest.Graph.Store.Neo4j.Writing;

/// <summary>A dictionary of the case while a load appends to it: names to numbers counted from 1 in the order they came.</summary>
internal sealed class NameNumbers(string what, IEnumerable<string> held, long last, long most = int.MaxValue)
{
    private readonly Dictionary<string, int> numbers = Places(held);

    /// <summary>The highest number given.</summary>
    public long Last { get; private set; } = last;

    /// <summary>Names that the server does not have yet.</summary>
    public List<(int Number, string Name)> New { get; } = [];

    public int Number(string name)
    {
        if (numbers.TryGetValue(name, out var number))
        {
            return number;
        }

        if (Last == most)
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The case cannot hold more than {most} {what}; \"{name}\" is one too many."));
        }

        number = checked((int)++Last);
        numbers.Add(name, number);
        New.Add((number, name));
        return number;
    }

    /// <summary>Places that an expunging left empty bear no name.</summary>
    private static Dictionary<string, int> Places(IEnumerable<string> held)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (name, place) in held.Select((n, i) => (n, i + 1)))
        {
            places.TryAdd(name, place);
        }

        return places;
    }
}
