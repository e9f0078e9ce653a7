using FinInvest.Graph.Ingest.Records;
using FinInvest.Graph.Ingest.Parsing;

namespace FinInvest.Graph.Ingest.Rows;

/// <summary>A column of ours resolved against a file's header: where its text comes from and what is done to it.</summary>
internal sealed class Cell
{
    private readonly string constant = "";
    private readonly Dictionary<string, string>? values;
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> valuesBySpan;
    private readonly Dictionary<string, int> prefixed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> prefixedBySpan;

    /// <param name="name">Our name of the column.</param>
    /// <param name="index">0-based column of the file; -1 = none.</param>
    public Cell(string name, int index, Mapping.ColumnMapping mapping, IReadOnlyList<DateFormat> dates)
    {
        Name = mapping.Column ?? (mapping.Position is { } p ? p.ToString(System.Globalization.CultureInfo.InvariantCulture) : name);
        Index = index;
        Prefix = mapping.Prefix ?? "";
        Dates = dates;
        constant = mapping.Constant ?? mapping.Default ?? "";
        HasDefault = mapping.Default is not null;
        prefixedBySpan = prefixed.GetAlternateLookup<ReadOnlySpan<char>>();
        if (mapping.Values is not null)
        {
            values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            foreach (var (word, meaning) in mapping.Values)
            {
                values[word] = meaning;
            }

            valuesBySpan = values.GetAlternateLookup<ReadOnlySpan<char>>();
        }
    }

    private Cell(string name) => (Name, Index, Prefix, Dates) = (name, -1, "", []);

    /// <summary>Header (or position) as rejects name it.</summary>
    public string Name { get; }
    public int Index { get; }
    public string Prefix { get; }
    public IReadOnlyList<DateFormat> Dates { get; }
    public bool IsMapped => Index >= 0 || constant.Length > 0;
    private bool HasDefault { get; }

    public static Cell Absent(string name) => new(name);

    /// <summary>The trimmed text, without prefix; false = the word is none of the mapping's values.</summary>
    public bool TryRead(RecordReader reader, out ReadOnlySpan<char> text)
    {
        text = Index >= 0 ? reader.Field(Index).Trim() : default;
        if (text.IsEmpty)
        {
            text = constant;
            return true;
        }

        if (values is null)
        {
            return true;
        }

        if (valuesBySpan.TryGetValue(text, out var meaning))
        {
            text = meaning;
            return true;
        }

        if (HasDefault)
        {
            text = constant;
            return true;
        }

        return false;
    }

    /// <summary>The trimmed text of a column that has no values of its own.</summary>
    public ReadOnlySpan<char> Read(RecordReader reader)
    {
        TryRead(reader, out var text);
        return text;
    }

    /// <summary>The text with its prefix, or null where empty.</summary>
    public string? ReadText(RecordReader reader)
    {
        var text = Read(reader);
        return text.IsEmpty ? null : Prefix.Length > 0 ? string.Concat(Prefix, text) : text.ToString();
    }

    /// <summary>Index of the text in a pool of names, prefix included; 0 where empty.</summary>
    public int ReadName(RecordReader reader, NamePool pool)
    {
        var text = Read(reader);
        if (text.IsEmpty)
        {
            return 0;
        }

        if (Prefix.Length == 0)
        {
            return pool.IndexOf(text);
        }

        if (!prefixedBySpan.TryGetValue(text, out var index))
        {
            index = pool.IndexOf(string.Concat(Prefix, text));
            prefixed.Add(text.ToString(), index);
        }

        return index;
    }

    public bool TryMoment(ReadOnlySpan<char> text, out Moment moment)
    {
        foreach (var format in Dates)
        {
            if (format.TryRead(text, out moment))
            {
                return true;
            }
        }

        moment = default;
        return false;
    }

    public string DatePatterns => string.Join(" or ", Dates.Select(d => d.Pattern));
}
