namespace FinInvest.Graph.Ingest.Mapping;

/// <summary>How one kind of file is read. Every property has the value our own format uses, so that a mapping states differences only.</summary>
public sealed record FileMapping
{
    /// <summary>File names it reads: * and ? stand for any text and any character.</summary>
    public string Pattern { get; init; } = "*";

    /// <summary>"postings", "transfers", or the name of a fact file such as "parties".</summary>
    public required string Target { get; init; }

    /// <summary>Name or number (the first is 1) of the sheet of a workbook; "" = the only one that has rows. Text files have none.</summary>
    public string Sheet { get; init; } = "";

    /// <summary>utf-8, utf-16, utf-16be, windows-1251, or detect. A byte order mark in the file wins.</summary>
    public string Encoding { get; init; } = "utf-8";

    /// <summary>One character; "tab" for the tabulator.</summary>
    public string Delimiter { get; init; } = ",";

    /// <summary>One character, or "" where quotes are plain text.</summary>
    public string Quote { get; init; } = "\"";

    /// <summary>False: columns are named by position. True: the header is the first line that names every mapped column; lines above it are skipped and counted.</summary>
    public bool Header { get; init; } = true;

    /// <summary>Lines skipped (and counted) before anything else, in files without a header.</summary>
    public int SkipLines { get; init; }

    /// <summary>Lines that begin with # are comments.</summary>
    public bool Comments { get; init; }
    public string Decimal { get; init; } = ".";

    /// <summary>Characters between thousands; a space stands for all kinds of spaces.</summary>
    public string Thousands { get; init; } = "";

    /// <summary>Date patterns, tried in turn; see DateFormat in docs/formats.md.</summary>
    public IReadOnlyList<string> Dates { get; init; } = ["yyyy-MM-dd"];

    /// <summary>IANA zone of the bank's local times; "" = a time without offset is a date only.</summary>
    public string Zone { get; init; } = "";

    /// <summary>Day 0 of the date pattern "days", yyyy-MM-dd.</summary>
    public string DaysSince { get; init; } = "";

    /// <summary>"", "half-even", "half-up" or "down": for amounts with more decimals than their currency.</summary>
    public string Rounding { get; init; } = "";

    /// <summary>"ascending", or "descending" for newest first: rows are then numbered from the bottom.</summary>
    public string Order { get; init; } = "ascending";

    /// <summary>Words of a debit in the direction column; everything in <see cref="CreditWords"/> is a credit, anything else a reject.</summary>
    public IReadOnlyList<string> DebitWords { get; init; } = [];
    public IReadOnlyList<string> CreditWords { get; init; } = [];

    /// <summary>True: the one signed column shows money out as positive.</summary>
    public bool Inverted { get; init; }

    /// <summary>True: the debit column shows its amounts as negative numbers. False: a negative debit is a storno, kept as a credit of kind reversal.</summary>
    public bool DebitNegative { get; init; }

    /// <summary>Who bears the fee of a two-sided row: "sender" (amount + fee leaves) or "receiver" (amount - fee arrives).</summary>
    public string FeeFrom { get; init; } = "sender";
    public IReadOnlyDictionary<string, ColumnMapping> Columns { get; init; } = new Dictionary<string, ColumnMapping>();
    public IReadOnlyList<LineRule> Lines { get; init; } = [];
    public IReadOnlyList<RowFilter> SkipRows { get; init; } = [];
    public StatementMapping Statement { get; init; } = new();
}
