namespace FinInvest.Graph.Ingest.Mapping;

/// <summary>Where one of our columns takes its value from: a column of the file by name or position, or a constant. In JSON a bare text is a name, a bare number a position.</summary>
public sealed record ColumnMapping
{
    /// <summary>Header of the column.</summary>
    public string? Column { get; init; }

    /// <summary>1-based place of the column, for files without a header.</summary>
    public int? Position { get; init; }

    /// <summary>The same value for every row.</summary>
    public string? Constant { get; init; }

    /// <summary>Value where the cell is empty (or, with <see cref="Values"/>, none of them).</summary>
    public string? Default { get; init; }

    /// <summary>Put before the value, so that ids of two files that count from one do not meet.</summary>
    public string? Prefix { get; init; }

    /// <summary>The file's words and what they mean here; compared without regard to case.</summary>
    public IReadOnlyDictionary<string, string>? Values { get; init; }

    /// <summary>Date patterns of this column, where they differ from the file's.</summary>
    public IReadOnlyList<string>? Dates { get; init; }
}
