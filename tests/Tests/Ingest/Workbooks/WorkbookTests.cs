using System.IO.Compression;
using System.Text;
using FinInvest.Graph.Ingest;
using FinInvest.Graph.Ingest.Mapping;
using FinInvest.Graph.Ingest.Mending;
using FinInvest.Graph.Tests.House;
using Xunit;
using static FinInvest.Graph.Tests.Ingest.Workbooks.WorkbookParts;

namespace FinInvest.Graph.Tests.Ingest.Workbooks;

/// <summary>A statement in a workbook reads as the same statement in text: the same mapping, postings and rejects.</summary>
public class WorkbookTests
{
    private const string Entry = """
        {"target":"postings","dates":["dd.MM.yyyy","dd.MM.yyyy HH:mm"],"decimal":",","thousands":" ","delimiter":";","columns":{"booking_day":"Day","amount":"Amount","text":"Text","account":{"constant":"A"},"currency":{"constant":"KZT"}}}
        """;

    private static readonly string Header = Row(1, "Day", "Amount", "Text");

    private static Reading Read(WorkbookParts parts, string entry = Entry) => Reading.Mapped("s.xlsx", parts.Pack(), Reading.Mapping(entry));

    private static Reading Read(string data, bool is1904 = false) => Read(new WorkbookParts(data, is1904));

    [Fact]
    public void The_example_statement_gives_the_same_from_text_and_from_the_workbook()
    {
        var folder = Path.Combine(Repository.Root, "sample-data", "mappings");
        using var json = File.OpenRead(Path.Combine(folder, "example-bank.json"));
        var mapping = RecordMapping.Load(json, out _)!;
        var text = Reading.Mapped("example-bank.csv", File.ReadAllBytes(Path.Combine(folder, "example-bank.csv")), mapping);
        var book = Reading.Mapped("example-bank.xlsx", File.ReadAllBytes(Path.Combine(folder, "example-bank.xlsx")), mapping);
        Assert.Empty(book.Rejects);
        Assert.Equal(4, book.Postings);
        AssertSame(text, book);
    }

    [Fact]
    public void The_same_faults_are_rejected_with_the_same_code_row_column_and_text()
    {
        var text = Reading.Mapped("s.csv", "Statement of an invented bank\n\nDay;Amount;Text\n14.02.2023;1 000,50;good\n31.02.2023;1;no such day\n15.02.2023;1,005;not exact\n16.02.2023;n/a;no amount\n;5,00;no day\n17.02.2023;-7,00;good\n",
            Reading.Mapping(Entry));
        var book = Read(new WorkbookParts(Row(1, "Statement of an invented bank") + Row(3, "Day", "Amount", "Text") + Row(4, Number("44971", 1), Number("1000.5"), "good") + Row(5, "31.02.2023", Number("1"), "no such day")
            + Row(6, "15.02.2023", Number("1.0049999999999999"), "not exact") + Row(7, "16.02.2023", "n/a", "no amount") + Row(8, "", "5,00", "no day") + Row(9, Number("44974.0", 2), Number("-7"), "good"),
            after: "<mergeCells><mergeCell ref=\"A1:C1\"/></mergeCells>"));
        Assert.Equal([RejectCodes.DayNotADate, RejectCodes.AmountTooManyDecimals, RejectCodes.AmountNotANumber, RejectCodes.ValueMissing], book.Rejects.Select(r => r.Code));
        AssertSame(text, book);
        Assert.EndsWith("Cell A5 of sheet 'Statement'.", book.Rejects[0].Sentence, StringComparison.Ordinal);
        Assert.EndsWith("Cell B6 of sheet 'Statement'.", book.Rejects[1].Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1000.5", "1000,5", 100050)]
    [InlineData("0.10000000000000001", "0,1", 10)]
    [InlineData("1234.5599999999999", "1234,56", 123456)]
    [InlineData("1.2345599999999999E3", "1234,56", 123456)]
    [InlineData("-2.5E-1", "-0,25", -25)]
    [InlineData("999999999999.99", "999999999999,99", 99999999999999)]
    [InlineData("5.0000", "5", 500)]
    public void Numbers_are_the_decimals_that_were_meant(string stands, string meant, long minor)
    {
        var reading = Read(Header + Row(2, "14.02.2023", Number(stands), "x"));
        Assert.Empty(reading.Rejects);
        Assert.Equal(minor, reading.Pages[0].Minor[0]);
        Assert.Equal(minor, Reading.Mapped("s.csv", $"Day;Amount;Text\n14.02.2023;{meant};x\n", Reading.Mapping(Entry)).Pages[0].Minor[0]);
    }

    [Theory]
    [InlineData("12345678901234567890")]
    [InlineData("1.23456789012345E+19")]
    [InlineData("1000000000000000")]
    [InlineData("0.1234567890123456789")]
    public void A_number_that_a_spreadsheet_cannot_keep_is_rejected(string stands) =>
        Assert.Equal(RejectCodes.NumberDigitsLost, Assert.Single(Read(Header + Row(2, "14.02.2023", Number(stands), "x")).Rejects).Code);

    [Fact]
    public void What_a_computation_leaves_behind_is_rejected_unless_the_mapping_states_a_rounding()
    {
        var parts = new WorkbookParts(Header + Row(2, "14.02.2023", "<c><f>0.1+0.2</f><v>0.30000000000000004</v></c>", "x"));
        Assert.Equal(RejectCodes.AmountTooManyDecimals, Assert.Single(Read(parts).Rejects).Code);
        var rounded = Read(parts, Entry.Replace("\"decimal\"", "\"rounding\":\"half-even\",\"decimal\"", StringComparison.Ordinal));
        Assert.Equal(30, rounded.Pages[0].Minor[0]);
        Assert.Contains(rounded.Notes, n => n.Code == NoteCodes.AmountsRounded);
    }

    [Theory]
    [InlineData("1", false, "1900-01-01")]
    [InlineData("59", false, "1900-02-28")]
    [InlineData("61", false, "1900-03-01")]
    [InlineData("44971", false, "2023-02-14")]
    [InlineData("44971.427083333336", false, "2023-02-14")]
    [InlineData("43509", true, "2023-02-14")]
    [InlineData("0", true, "1904-01-01")]
    public void Dates_are_counted_in_the_workbooks_own_system(string serial, bool is1904, string day) =>
        Assert.Equal(day, new Day(Read(Header + Row(2, Number(serial, 2), Number("1"), "x"), is1904).Pages[0].BookingDay[0]).ToString());

    [Theory]
    [InlineData("0", 1, "00.01.1900")]
    [InlineData("60", 1, "29.02.1900")]
    [InlineData("-1", 1, "-1")]
    [InlineData("44971.5", 1, "")]
    [InlineData("44971", 0, "44971")]
    [InlineData("44971.4", 4, "44971,4")]
    [InlineData("44971.427777", 2, "2023-02-14 10:15:59.933")]
    public void What_no_calendar_has_or_the_pattern_cannot_say_is_rejected(string serial, int style, string shown)
    {
        var reading = Read(Header + Row(2, Number(serial, style), Number("1"), "x"));
        if (shown.Length == 0)
        {
            Assert.Empty(reading.Rejects);
            return;
        }

        var reject = Assert.Single(reading.Rejects);
        Assert.Equal((RejectCodes.DayNotADate, "Day", shown), (reject.Code, reject.Column, reject.Text));
    }

    [Fact]
    public void Texts_are_shared_rich_inline_or_of_formulas_and_escapes_are_undone()
    {
        var parts = new WorkbookParts(Header + Row(2, "14.02.2023", Number("1"), "<c t=\"s\"><v>0</v></c>") + Row(3, "14.02.2023", Number("1"), "<c t=\"s\"><v>1</v></c>")
            + Row(4, "14.02.2023", Number("1"), "<c t=\"str\"><f>\"a\"&amp;\"b\"</f><v>ab</v></c>") + Row(5, "14.02.2023", Number("1"), "<c t=\"b\"><v>1</v></c>") + Row(6, "14.02.2023", Number("1"), Number("40540001234", 3)),
            shared: "<si><r><t>Two </t></r><r><rPr/><t xml:space=\"preserve\">runs</t></r><rPh sb=\"0\" eb=\"1\"><t>guide</t></rPh></si><si><t>line_x000D_break &amp; more</t></si>");
        Assert.Equal(["Two runs", "line\rbreak & more", "ab", "TRUE", "040540001234"], Read(parts).Pages[0].Text.Take(5));
    }

    [Fact]
    public void Hidden_rows_count_and_empty_rows_do_not()
    {
        var reading = Read(Header + "<row r=\"2\"/><row r=\"3\"><c r=\"A3\" s=\"1\"/><c r=\"B3\" t=\"inlineStr\"><is><t>  </t></is></c></row>"
            + Row(4, "14.02.2023", Number("1"), "x").Replace("<row ", "<row hidden=\"1\" ", StringComparison.Ordinal) + Row(1_048_576, "15.02.2023", Number("2"), "last"));
        Assert.Empty(reading.Rejects);
        Assert.Equal(["s/1 2023-02-14 A 100 KZT", "s/2 2023-02-15 A 200 KZT"], reading.Lines);
        Assert.Equal((NoteCodes.HiddenRows, 1L), reading.Notes.Select(n => (n.Code, n.Count)).Single());
    }

    [Fact]
    public void Errors_and_formulas_without_a_value_are_rejected_where_the_mapping_uses_them()
    {
        var reading = Read(Header + Row(2, "14.02.2023", "<c t=\"e\"><v>#N/A</v></c>", "x") + Row(3, "14.02.2023", "<c><f>B2*2</f></c>", "x") + Row(4, "14.02.2023", Number("1"), "x", "<c t=\"e\"><v>#REF!</v></c>"));
        Assert.Equal([(RejectCodes.CellError, 2, "Amount", "#N/A"), (RejectCodes.FormulaWithoutValue, 3, "Amount", "=B2*2")], reading.Rejects.Select(r => (r.Code, r.Row, r.Column, r.Text)));
        Assert.Equal(1, reading.Postings);
    }

    [Fact]
    public void A_header_of_two_rows_has_its_titles_merged_down()
    {
        var entry = Entry.Replace("\"amount\":\"Amount\"", "\"debit\":\"Debit\",\"credit\":\"Credit\"", StringComparison.Ordinal);
        var reading = Read(new WorkbookParts(Row(1, "Statement") + Row(2, "Day", "Amount", "", "Text") + Row(3, "", "Debit", "Credit") + Row(4, "14.02.2023", Number("1"), "", "x"),
            after: "<mergeCells><mergeCell ref=\"A1:D1\"/><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"B2:C2\"/><mergeCell ref=\"D2:D3\"/></mergeCells>"), entry);
        Assert.Empty(reading.Rejects);
        Assert.Equal(["s/1 2023-02-14 A -100 KZT"], reading.Lines);
    }

    [Fact]
    public void A_sheet_is_named_or_numbered_and_several_are_several_statements()
    {
        WorkbookParts Two() => new WorkbookParts(Header + Row(2, "14.02.2023", Number("1"), "x")).Sheet("2", Header + Row(2, "15.02.2023", Number("2"), "y"), attributes: "state=\"hidden\"").Sheet("Notes", "");
        var unclear = Assert.Single(Read(Two()).Rejects);
        Assert.Equal(RejectCodes.SheetNotChosen, unclear.Code);
        Assert.Contains("'Statement', '2'.", unclear.Sentence, StringComparison.Ordinal);
        string Of(string sheet) => Entry.Replace("{\"target\"", $$"""{"sheet":"{{sheet}}","target" """, StringComparison.Ordinal);
        Assert.Equal(["s/1 2023-02-14 A 100 KZT"], Read(Two(), Of("1")).Lines);
        Assert.Equal(["s/1 2023-02-15 A 200 KZT"], Read(Two(), Of("2")).Lines);
        var one = Read(Two(), Of("statement "));
        Assert.Equal(["s/1 2023-02-14 A 100 KZT"], one.Lines);
        Assert.Contains("'2'", one.Notes.Single(n => n.Code == NoteCodes.SheetsNotRead).Sentence, StringComparison.Ordinal);
        Assert.Equal(RejectCodes.SheetNotFound, Assert.Single(Read(Two(), Of("2024")).Rejects).Code);
        Assert.Equal(RejectCodes.FileWithoutRows, Assert.Single(Read(Two(), Of("Notes")).Rejects).Code);
        Assert.Equal(["s/1 2023-02-14 A 100 KZT", "s:2/1 2023-02-15 A 200 KZT"], Read(Two(), Of("Statement") + "," + Of("2")).Lines);
    }

    [Fact]
    public void Rejected_rows_are_mended_as_text_under_the_same_mapping()
    {
        var mapping = Reading.Mapping(Entry);
        var book = new WorkbookParts(Row(1, "Title") + Row(2, "Day", "Amount", "Text") + Row(3, Number("44971", 1), "<c t=\"e\"><v>#N/A</v></c>", "a;b &quot;c&quot;")).Pack();
        var rejects = Reading.Mapped("s.xlsx", book, mapping).Rejects;
        using var listed = new MemoryStream();
        Assert.Equal(1, RejectedRows.Write(listed, new MemoryStream(book), "s.xlsx", mapping, rejects));
        var mended = Encoding.UTF8.GetString(listed.ToArray()).Replace("#N/A", "12,50", StringComparison.Ordinal);
        using var stripped = new MemoryStream();
        MendedRows.Strip(new MemoryStream(Encoding.UTF8.GetBytes(mended)), stripped, "s.xlsx", mapping);
        var again = Reading.Mapped("s.xlsx", stripped.ToArray(), mapping);
        Assert.Empty(again.Rejects);
        Assert.Equal(["s/1 2023-02-14 A 1250 KZT"], again.Lines);
        Assert.Equal("a;b \"c\"", again.Pages[0].Text[0]);
    }

    [Fact]
    public void A_draft_is_made_from_the_workbook_itself()
    {
        using var book = File.OpenRead(Path.Combine(Repository.Root, "sample-data", "mappings", "example-bank.xlsx"));
        var draft = MappingDraft.From(book, "example-bank.xlsx", Reading.Tenge);
        Assert.Empty(draft.Rejects);
        Assert.Equal(4, draft.RowsRead);
        book.Position = 0;
        var read = Reading.Of(MappedFileReader.Read(book, new SourceDocument(Sha256.Of([]), "example-bank.xlsx", 0), draft.Mapping, Reading.Tenge));
        Assert.Equal([400000000, -150000050, -1200000, 25000025], read.Pages[0].Minor.Take(4));
        Assert.Equal("KZ75125KZT1001300335", Assert.IsType<Statement>(Assert.Single(read.Facts)).Account);
    }

    private static void AssertSame(Reading text, Reading book)
    {
        Assert.Equal(text.Lines, book.Lines);
        Assert.Equal(text.Facts, book.Facts);
        Assert.Equal(text.Pages.SelectMany(p => p.Text.Zip(p.Reference, p.CounterpartyName)), book.Pages.SelectMany(p => p.Text.Zip(p.Reference, p.CounterpartyName)));
        Assert.Equal(text.Pages.SelectMany(p => p.Balance), book.Pages.SelectMany(p => p.Balance));
        Assert.Equal(text.Rejects.Select(r => (r.Code, r.Row, r.Column, r.Text, r.Raw)), book.Rejects.Select(r => (r.Code, r.Row, r.Column, r.Text, r.Raw)));
        Assert.Equal(text.Notes.Select(n => (n.Code, n.Count)), book.Notes.Select(n => (n.Code, n.Count)));
    }
}
