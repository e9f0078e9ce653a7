using System.Text;
using FinInvest.Graph.Ingest;
using FinInvest.Graph.Ingest.Mapping;
using FinInvest.Graph.Tests.House;
using Xunit;

namespace FinInvest.Graph.Tests.Ingest.Mapping;

/// <summary>A draft reads what it can tell, and asks for what it cannot.</summary>
public class MappingDraftTests
{
    private static MappingDraft Draft(string text, string name = "extract.csv", ReadingContext? context = null) =>
        MappingDraft.From(new MemoryStream(Encoding.UTF8.GetBytes(text)), name, context ?? Reading.Tenge);

    [Fact]
    public void The_example_statement_drafts_the_mapping_that_we_wrote_by_hand()
    {
        var folder = Path.Combine(Repository.Root, "sample-data", "mappings");
        var bytes = File.ReadAllBytes(Path.Combine(folder, "example-bank.csv"));
        var draft = MappingDraft.From(new MemoryStream(bytes), "example-bank.csv", Reading.Tenge);
        using var json = File.OpenRead(Path.Combine(folder, "example-bank.json"));
        var drafted = Reading.Mapped("example-bank.csv", bytes, draft.Mapping);
        var written = Reading.Mapped("example-bank.csv", bytes, RecordMapping.Load(json, out _)!);
        Assert.Equal(written.Lines, drafted.Lines);
        Assert.Equal(written.Facts, drafted.Facts);
        Assert.Equal(("windows-1251", ";", ",", " "), (draft.Mapping.Files[0].Encoding, draft.Mapping.Files[0].Delimiter, draft.Mapping.Files[0].Decimal, draft.Mapping.Files[0].Thousands));
        Assert.Equal((4, 4L, 0), (draft.Rows.Count, draft.RowsRead, draft.Questions.Count));
        Assert.Equal("-1 500 000.50", draft.Rows[1].Amount);
    }

    [Fact]
    public void Kazakh_headers_are_known()
    {
        var draft = Draft("Операция күні\tШот\tДебет\tКредит\tҚалдық\tТөлем мақсаты\n14.02.2023\tA\t\t5,00\t105,00\tЖалақы\n15.02.2023\tA\t7,50\t\t97,50\tТөлем\nБарлығы\t\t7,50\t5,00\t\t\n");
        Assert.Equal(["balance", "booking_day", "credit", "account", "currency", "debit", "text"], draft.Mapping.Files[0].Columns.Keys.OrderBy(k => k == "account" ? "cu" : k, StringComparer.Ordinal));
        Assert.Equal(["5.00", "-7.50"], draft.Rows.Select(r => r.Amount));
        Assert.Contains(NoteCodes.BalanceRuns, draft.Notes.Select(n => n.Code));
        Assert.Empty(draft.Rejects);
    }

    [Fact]
    public void English_headers_below_titles_with_a_direction_column_and_newest_first()
    {
        var draft = Draft("Account statement,,,,\nAccount,KZ86125KZT5004100100,,,\nBooking date,D/C,Amount,Balance,Description\n2023-02-16,D,7.00,98.00,Rent\n2023-02-14,C,5.00,105.00,Salary\n");
        var file = draft.Mapping.Files[0];
        Assert.Equal(("descending", "account"), (file.Order, file.Lines.Single().Is));
        Assert.Equal(["D"], file.DebitWords);
        Assert.Equal(["C"], file.CreditWords);
        Assert.Equal(["-7.00", "5.00"], draft.Rows.Select(r => r.Amount));
        Assert.Equal([2, 1], draft.Rows.Select(r => r.Row));
        Assert.All(draft.Rows, r => Assert.Equal("KZ86125KZT5004100100", r.Account));
    }

    [Fact]
    public void Two_named_sides_make_transfers()
    {
        var draft = Draft("Дата;Счет отправителя;Счет получателя;Сумма;Валюта\n14.02.2023 10:00;A;B;1 000,00;KZT\n15.02.2023 11:00;B;C;1 500,25;KZT\n");
        Assert.Equal("transfers", draft.Mapping.Files[0].Target);
        Assert.Equal(["-1 000.00", "-1 500.25"], draft.Rows.Select(r => r.Amount));
        Assert.Contains("set zone", Assert.Single(draft.Questions), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_header_columns_are_told_by_what_they_hold()
    {
        var draft = Draft("1,AAA,BBB,2017-03-01 00:02:00,deposit,4150,0\n2,BBB,QQQ,2017-03-01 00:08:00,bill,3500,100\n3,AAA,CCC,2017-03-01 00:21:00,deposit,2400,0\n", "net.csv");
        var columns = draft.Mapping.Files[0].Columns;
        Assert.Equal((1, 2, 3, 4, 6), (columns["id"].Position, columns["from"].Position, columns["to"].Position, columns["booking_day"].Position, columns["amount"].Position));
        Assert.Equal(("transfers", 3L), (draft.Mapping.Files[0].Target, draft.RowsRead));
    }

    [Theory]
    [InlineData("Date,Amount\n01/02/2023,-5.00\n03/02/2023,6.00\n", "dd/MM/yyyy and as MM/dd/yyyy")]
    [InlineData("Date,Amount\n2023-02-01,5.00\n2023-02-02,6.00\n", "No amount is negative")]
    [InlineData("Date,Amount\n2023-02-01,-5.0012\n2023-02-02,6.00\n", "set rounding")]
    [InlineData("Date;Amount\n2023-02-01;-5,000\n2023-02-02;6,000\n", "to other values")]
    [InlineData("Date,Amount\n2023-02-01,-5.00\n", "names the account")]
    [InlineData("Step,Amount\n1,-5.00\n2,6.00\n", "days_since")]
    [InlineData("Date,Text\n2023-02-01,a\n2023-02-02,b\n", "No column of amounts")]
    [InlineData("Date,Amount,Currency\n2023-02-01,-5.00,US Dollar\n", "no codes (US Dollar; 1 of 1)")]
    [InlineData("Date,Amount,D/C\n2023-02-01,5.00,X\n", "'X' in the direction column")]
    public void What_the_file_does_not_tell_is_asked(string text, string question) =>
        Assert.Contains(question, string.Join('\n', Draft(text).Questions), StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_no_table_still_drafts_and_asks()
    {
        foreach (var text in new[] { "", "\n\n", "hello", "\"open\n", "\0\0\0", new string('x', 3_000_000) })
        {
            var draft = Draft(text);
            Assert.Empty(draft.Rows);
            Assert.NotEmpty(draft.Questions);
        }
    }
}
