namespace FinInvest.Graph.Ingest.Rows;

/// <summary>Names of a file as numbers, so that a row costs no string. Entry 0 is "" (not named).</summary>
internal sealed class NamePool
{
    private readonly Dictionary<string, int> index = new(StringComparer.Ordinal) { [""] = 0 };
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> bySpan;
    private readonly List<string> names = [""];

    public NamePool() => bySpan = index.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Count => names.Count;

    public string this[int i] => names[i];

    public int IndexOf(ReadOnlySpan<char> name)
    {
        if (!bySpan.TryGetValue(name, out var i))
        {
            i = names.Count;
            names.Add(name.ToString());
            index.Add(names[i], i);
        }

        return i;
    }
}
