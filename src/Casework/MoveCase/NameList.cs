using System.Text.Json;

namespace FinInvest.Graph.Casework.MoveCase;

/// <summary>Names in the order they come, each once, for the pages of one document.</summary>
internal sealed class NameList(int most, params IEnumerable<string> first)
{
    private readonly Dictionary<string, int> numbers = first.Select((n, i) => (n, i)).ToDictionary(x => x.n, x => x.i, StringComparer.Ordinal);

    public List<string> Names { get; } = [.. first];

    public int Number(string name)
    {
        if (numbers.TryGetValue(name, out var number))
        {
            return number;
        }

        if (Names.Count == most)
        {
            throw new JsonException($"There are more than {most} names of one kind.");
        }

        numbers.Add(name, Names.Count);
        Names.Add(name);
        return Names.Count - 1;
    }
}
