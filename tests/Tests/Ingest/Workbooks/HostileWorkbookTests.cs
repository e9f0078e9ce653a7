using System.IO.Compression;
using System.Text;
using CsCheck;
using FinInvest.Graph.Ingest;
using Xunit;
using static FinInvest.Graph.Tests.Ingest.Workbooks.WorkbookParts;

namespace FinInvest.Graph.Tests.Ingest.Workbooks;

/// <summary>No workbook harms: each attack ends in one reject with a code and a sentence, quickly and in little memory.</summary>
public class HostileWorkbookTests
{
    private const string Entry = """{"target":"postings","columns":{"booking_day":"Day","amount":"Amount","text":"Text","account":{"constant":"A"},"currency":{"constant":"KZT"}}}""";
    private static readonly string Good = Row(1, "Day", "Amount", "Text") + Row(2, "2023-02-14", Number("1"), "x");

    private static Reject Only(byte[] book)
    {
        var reading = Reading.Mapped("s.xlsx", book, Reading.Mapping(Entry));
        Assert.Equal(0, reading.Postings);
        var reject = Assert.Single(reading.Rejects);
        Assert.Equal(0, reject.Row);
        return reject;
    }

    [Theory]
    [InlineData("""<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>""", RejectCodes.WorkbookUnsafe, "document type")]
    [InlineData("""<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>""", RejectCodes.WorkbookUnsafe, "document type")]
    [InlineData("", RejectCodes.WorkbookDamaged, "x")]
    public void Entities_and_document_types_are_refused(string type, string code, string word)
    {
        foreach (var part in new[] { "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml", "_rels/.rels", "xl/_rels/workbook.xml.rels" })
        {
            var reject = Only(new WorkbookParts(Good).Add(part, type + "<a>&x;</a>").Pack());
            Assert.Equal(code, reject.Code);
            Assert.Contains(word, reject.Sentence, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_bomb_is_not_unpacked()
    {
        var bomb = new WorkbookParts(Good).Pack(zip =>
        {
            using var part = zip.CreateEntry("xl/worksheets/bomb.xml", CompressionLevel.SmallestSize).Open();
            var piece = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("<x/>", 10_000)));
            part.Write("<worksheet>"u8);
            for (var i = 0; i < 900; i++)
            {
                part.Write(piece);
            }
        });
        // The relations name the bomb as the sheet.
        using var changed = new MemoryStream();
        changed.Write(bomb);
        using (var zip = new ZipArchive(changed, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry("xl/_rels/workbook.xml.rels")!.Delete();
            using var part = zip.CreateEntry("xl/_rels/workbook.xml.rels").Open();
            part.Write("""<a><Relationship Id="rId1" Type="/worksheet" Target="worksheets/bomb.xml"/></a>"""u8);
        }

        var start = GC.GetAllocatedBytesForCurrentThread();
        var reject = Only(changed.ToArray());
        Assert.Equal(RejectCodes.WorkbookUnsafe, reject.Code);
        Assert.Contains("200 times", reject.Sentence, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - start, 0, 32 << 20);
    }

    [Fact]
    public void Nesting_names_pieces_cells_and_entries_have_limits()
    {
        string After(string xml) => Only(new WorkbookParts(Good, after: xml).Pack()).Sentence;
        Assert.Contains("nested", After(string.Concat(Enumerable.Repeat("<a>", 100)) + string.Concat(Enumerable.Repeat("</a>", 100))), StringComparison.Ordinal);
        Assert.Contains("distinct names", After(string.Concat(Enumerable.Range(0, 20_000).Select(i => $"<n{i}/>"))), StringComparison.Ordinal);
        Assert.Contains("piece of XML", After($"<a b=\"{new string('x', 2 << 20)}\"/>"), StringComparison.Ordinal);
        var longText = Only(new WorkbookParts(Good + Row(3, "2023-02-14", Number("1"), "<c t=\"inlineStr\"><is>" + string.Concat(Enumerable.Repeat($"<t>{new string('x', 30_000)}</t>", 3)) + "</is></c>")).Pack());
        Assert.Contains("32767", longText.Sentence, StringComparison.Ordinal);
        var entries = Only(new WorkbookParts(Good).Pack(zip =>
        {
            for (var i = 0; i <= Limits.WorkbookEntriesMax; i++)
            {
                zip.CreateEntry($"x{i}");
            }
        }));
        Assert.Equal(RejectCodes.WorkbookUnsafe, entries.Code);
        Assert.Contains("entries", entries.Sentence, StringComparison.Ordinal);
        Assert.Contains("twice", Only(new WorkbookParts(Good).Pack(zip => zip.CreateEntry("XL/worksheets/sheet1.xml"))).Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<row r=\"1048577\"/>", "beyond the last")]
    [InlineData("<row r=\"3\"/><row r=\"3\"/>", "after row 3")]
    [InlineData("<row r=\"99999999999\"/>", "'99999999999'")]
    [InlineData("<row r=\"3\"><c r=\"B3\"><v>1</v></c><c r=\"A3\"><v>1</v></c></row>", "'A3'")]
    [InlineData("<row r=\"3\"><c r=\"A4\"><v>1</v></c></row>", "'A4'")]
    [InlineData("<row r=\"3\"><c r=\"XFE3\"><v>1</v></c></row>", "'XFE3'")]
    [InlineData("<row r=\"3\"><c r=\"A3\" t=\"s\"><v>7</v></c></row>", "a text that is not there")]
    [InlineData("<row r=\"3\"><c r=\"A3\"><v>1,5</v></c></row>", "'1,5'")]
    public void A_sheet_that_contradicts_itself_is_damaged(string rows, string word)
    {
        var reject = Only(new WorkbookParts(Good + rows).Pack());
        Assert.Equal(RejectCodes.WorkbookDamaged, reject.Code);
        Assert.Contains(word, reject.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Cells_far_to_the_right_make_a_rejected_row_and_not_a_wide_table()
    {
        var reading = Reading.Mapped("s.xlsx", new WorkbookParts(Good + "<row r=\"3\"><c r=\"A3\"><v>1</v></c><c r=\"XFD3\"><v>1</v></c></row>").Pack(), Reading.Mapping(Entry));
        Assert.Equal((RejectCodes.ColumnsTooMany, 3), (Assert.Single(reading.Rejects).Code, reading.Rejects[0].Row));
        Assert.Equal(1, reading.Postings);
    }

    [Theory]
    [InlineData(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }, ".xls")]
    public void Old_and_encrypted_files_are_refused_with_what_to_do(byte[] head, string word)
    {
        var reject = Only([.. head, .. new byte[1_000]]);
        Assert.Equal(RejectCodes.WorkbookNotRead, reject.Code);
        Assert.Contains(word, reject.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_zip_of_another_kind_is_no_workbook()
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("mimetype");
        }

        Assert.Equal(RejectCodes.WorkbookNotRead, Only(bytes.ToArray()).Code);
    }

    /// <summary>Each byte changed and each place cut off: the reading ends, and what is read is what stood there, or nothing.</summary>
    [Fact]
    public void A_damaged_file_gives_all_of_its_rows_or_none()
    {
        var book = new WorkbookParts(Good).Pack();
        var right = Reading.Mapped("s.xlsx", book, Reading.Mapping(Entry)).Lines.ToList();
        Assert.Single(right);
        Gen.Select(Gen.Int[0, book.Length - 1], Gen.Int[1, 255], Gen.Bool).Sample((at, change, cut) =>
        {
            var damaged = cut ? book[..at] : [.. book];
            if (!cut)
            {
                damaged[at] ^= (byte)change;
            }

            var reading = Reading.Mapped("s.xlsx", damaged, Reading.Mapping(Entry));
            return reading.Postings == 0 ? reading.Rejects.Count > 0 : reading.Lines.SequenceEqual(right);
        }, iter: 2_000);
    }
}
