using System.Text;
using CsCheck;
using FinInvest.Graph.Ingest;
using FinInvest.Graph.Ingest.Formats.Folder;
using FinInvest.Graph.Ingest.Mapping;
using Xunit;

namespace FinInvest.Graph.Tests.Ingest;

/// <summary>For any content: what is written is read back, no row is lost, nothing crashes.</summary>
public class ReadingPropertyTests
{
    private static readonly Gen<string> Cell = Gen.Int[0, 9].Array[0, 6].Select(a => string.Concat(a.Select(i => "aЖ \",\n;#'\u00A0"[i])).Trim());

    private static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private sealed record Written(long Minor, int Day, string Text, string Name, bool Quote);

    [Fact]
    public void Postings_that_are_written_are_read_back() => Gen.Select(Gen.Long[-9_000_000_000_000_000, 9_000_000_000_000_000], Gen.Int[-20_000, 40_000], Cell, Cell, Gen.Bool)
        .Select((minor, day, text, name, quote) => new Written(minor, day, text, name, quote)).Array[1, 40].Sample(rows =>
    {
        var csv = new StringBuilder("statement,row,account,booking_day,amount,currency,counterparty_name,text\n");
        for (var i = 0; i < rows.Length; i++)
        {
            var r = rows[i];
            string Write(string cell) => r.Quote || cell.AsSpan().IndexOfAny(",\"\n") >= 0 ? Quoted(cell) : cell;
            csv.Append(System.Globalization.CultureInfo.InvariantCulture, $"S,{i + 1},A,{new Day(r.Day)},{Money.Format(r.Minor, 2)},KZT,{Write(r.Name)},{Write(r.Text)}").Append(i % 2 == 0 ? "\r\n" : "\n");
        }

        var reading = Reading.Own("postings.csv", csv.ToString());
        var page = reading.Pages.Single();
        return reading.Rejects.Count == 0 && page.Minor.SequenceEqual(rows.Select(r => r.Minor)) && page.BookingDay.SequenceEqual(rows.Select(r => r.Day))
            && page.Text.Select(t => t ?? "").SequenceEqual(rows.Select(r => r.Text)) && page.CounterpartyName.Select(t => t ?? "").SequenceEqual(rows.Select(r => r.Name));
    }, iter: 200);

    [Fact]
    public void A_fault_in_one_row_never_touches_the_others() => Gen.Select(Gen.Int[1, 30], Gen.Int[0, 29], Gen.Int[0, 5]).Sample((count, at, fault) =>
    {
        string[] bad = ["S,9,A,2023-01-01,x,KZT", "S,9,A,2023-01-01,\"1.00,KZT", "S,9,A,2023-01-01,\"1.00\"0,KZT", "S,9", "S,9,A,2023-01-01,1.00,KZT,more", "S,9,A,2023-01-01,1\0,KZT"];
        var lines = Enumerable.Range(1, count).Select(i => $"S,{100 + i},A,2023-01-02,{i}.00,KZT").ToList();
        lines.Insert(Math.Min(at, count), bad[fault]);
        var reading = Reading.Own("postings.csv", "statement,row,account,booking_day,amount,currency\n" + string.Join('\n', lines));
        return reading.Rejects.Count == 1 && reading.Rejects[0].Row == Math.Min(at, count) + 2 && reading.Rejects[0].Raw == bad[fault]
            && reading.Pages.Single().Row.SequenceEqual(Enumerable.Range(101, count));
    }, iter: 200);

    [Fact]
    public void No_bytes_crash_a_reader_and_every_line_is_a_row_a_reject_or_a_note()
    {
        var mapping = Reading.Mapping("""{"encoding":"detect","target":"postings","columns":{"booking_day":"D","amount":"S","account":{"constant":"A"}}}""");
        Gen.Select(Gen.Byte.Array[0, 400], Gen.Int[0, 3], Gen.Int[0, FolderFormat.FileNames.Count - 1]).Sample((bytes, head, file) =>
        {
            byte[] content = head switch
            {
                0 => bytes,
                1 => [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, .. bytes],
                2 => [.. "D,S\n"u8, .. bytes],
                _ => [.. Encoding.UTF8.GetBytes(FolderTemplate.Files[file].Content), .. bytes.Select(b => "0123456789,,,\"\n-ABC"u8[b % 19])],
            };
            var own = Reading.Own(FolderFormat.FileNames[file], content);
            var mapped = Reading.Mapped("x.csv", content, mapping);
            MappingDraft.From(new MemoryStream(content), "x.csv", Reading.Tenge);
            return Counts(own) && Counts(mapped);
        }, iter: 500);
    }

    /// <summary>Rejects of the whole file come on top of the rows.</summary>
    private static bool Counts(Reading reading) =>
        reading.RowsRead <= reading.Postings + reading.Facts.Count(f => f is not Statement) + reading.Facts.OfType<Statement>().Count() + reading.Rejects.Count && reading.Postings + reading.Facts.Count + reading.Rejects.Count > 0;
}
