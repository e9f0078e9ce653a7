using System.Text;
using FinInvest.Graph.Ingest;
using FinInvest.Graph.Ingest.Formats.Folder;
using FinInvest.Graph.Ingest.Mapping;

namespace FinInvest.Graph.Tests.Ingest;

/// <summary>Reads a text as a file of a name, and gathers what the batches hold.</summary>
internal sealed record Reading(IReadOnlyList<PostingPage> Pages, IReadOnlyList<IFact> Facts, IReadOnlyList<Reject> Rejects, long RowsRead, IReadOnlyList<ReadingNote> Notes)
{
    public static ReadingContext Tenge { get; } = new(new Dictionary<string, int> { ["KZT"] = 2 }, "KZT");

    public int Postings => Pages.Sum(p => p.Count);

    /// <summary>All rows as text: statement/row account amount currency, and so on.</summary>
    public IEnumerable<string> Lines => Pages.SelectMany(p => Enumerable.Range(0, p.Count).Select(i =>
        $"{p.StatementIds[p.Statement[i]]}/{p.Row[i]} {new Day(p.BookingDay[i])} {p.AccountNames[p.Account[i]]} {p.Minor[i]} {p.CurrencyCodes[p.Currency[i]]}"
        + (p.Counterparty[i] != 0 ? $" {p.AccountNames[p.Counterparty[i]]}" : "") + (p.CounterMinor[i] != 0 ? $" {p.CounterMinor[i]} {p.CurrencyCodes[p.CounterCurrency[i]]}" : "")));

    public static Reading Own(string name, string text, ReadingContext? context = null) => Own(name, Encoding.UTF8.GetBytes(text), context);

    public static Reading Own(string name, byte[] bytes, ReadingContext? context = null) =>
        Of(FolderFormat.Read(name, new MemoryStream(bytes), Document(name, bytes), context ?? Tenge));

    public static Reading Mapped(string name, byte[] bytes, RecordMapping mapping, ReadingContext? context = null) =>
        Of(MappedFileReader.Read(new MemoryStream(bytes), Document(name, bytes), mapping, context ?? Tenge));

    public static Reading Mapped(string name, string text, RecordMapping mapping, ReadingContext? context = null) => Mapped(name, Encoding.UTF8.GetBytes(text), mapping, context);

    public static Reading Mapped(string name, string text, string entry, ReadingContext? context = null) => Mapped(name, text, Mapping(entry), context);

    /// <summary>A mapping of one file entry, written as JSON without its frame.</summary>
    public static RecordMapping Mapping(string entry) =>
        RecordMapping.Load(new MemoryStream(Encoding.UTF8.GetBytes($$"""{"schema":"fininvest.mapping/1","name":"test","files":[{{entry}}]}""")), out var problems)
            ?? throw new InvalidOperationException(string.Join("; ", problems));

    public static Reading Of(IEnumerable<RecordBatch> batches)
    {
        var all = batches.ToList();
        return new Reading([.. all.Select(b => b.Page).OfType<PostingPage>()], [.. all.SelectMany(b => b.Facts).Select(f => f.Fact)], [.. all.SelectMany(b => b.Rejects)],
            all.Sum(b => b.RowsRead), [.. all.SelectMany(b => b.Notes ?? [])]);
    }

    private static SourceDocument Document(string name, byte[] bytes) => new(Sha256.Of(bytes), name, bytes.Length);
}
