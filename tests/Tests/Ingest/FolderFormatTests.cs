using FinInvest.Graph.Ingest;
using FinInvest.Graph.Ingest.Formats.Folder;
using Xunit;

namespace FinInvest.Graph.Tests.Ingest;

public class FolderFormatTests
{
    [Fact]
    public void A_template_names_every_file_and_its_commented_row_reads_without_a_fault()
    {
        Assert.Equal(FolderFormat.FileNames, FolderTemplate.Files.Select(f => f.Name));
        var context = new ReadingContext(new Dictionary<string, int> { ["KZT"] = 2, ["USD"] = 2 }, "KZT");
        foreach (var (name, content) in FolderTemplate.Files)
        {
            var untouched = Reading.Own(name, content, context);
            Assert.Equal(RejectCodes.FileWithoutRows, Assert.Single(untouched.Rejects).Code);
            var lines = content.Split('\n');
            var filled = Reading.Own(name, $"{lines[1]}\n{lines[2][1..]}\n", context);
            Assert.True(filled.Rejects.Count == 0, $"{name}: {string.Concat(filled.Rejects.Select(r => r.Sentence))}");
            Assert.Equal(1, filled.Facts.Count + filled.Postings);
        }
    }

    [Fact]
    public void A_case_header_is_read_with_its_currencies()
    {
        var csv = "id,number,question,preparer,as_of,currencies,purpose,profile\nc1,77,Which part?,Analyst 4,2024-06-30,KZT:2;BTC:8;JPY,,\n"u8.ToArray();
        var header = FolderFormat.ReadHeader(new MemoryStream(csv))!;
        Assert.Equal([new Currency("KZT", 2), new Currency("BTC", 8), new Currency("JPY", 0)], header.Currencies);
        Assert.Equal((Day.Of(2024, 6, 30), "court", "KZ-CC48"), (header.AsOf, header.Purpose, header.Profile));
    }

    [Fact]
    public void Postings_keep_statement_row_sign_and_texts()
    {
        var reading = Reading.Own("postings.csv", """"
            statement,row,account,booking_day,value_day,instant,amount,currency,counterparty,counterparty_name,reference,end_to_end_id,kind,balance,text
            # a comment
            S1,5,KZ1,2023-02-14,2023-02-15,2023-02-14T23:30:00+06:00,-1250.50,KZT,KZ2,"LLP ""Tulpar""",R1,E1,fee,0.00,"one, two"
            S1,4,KZ1,2023-02-13,,,1250.5,,,,,,,,
            """");
        Assert.Equal(["S1/5 2023-02-14 KZ1 -125050 KZT KZ2", "S1/4 2023-02-13 KZ1 125050 KZT"], reading.Lines);
        var page = Assert.Single(reading.Pages);
        Assert.Equal(("LLP \"Tulpar\"", "R1", "E1", "one, two"), (page.CounterpartyName[0], page.Reference[0], page.EndToEndId[0], page.Text[0]));
        Assert.Equal((PostingKind.Fee, 0L, PostingPage.NoBalance), (page.Kind[0], page.Balance[0], page.Balance[1]));
        Assert.Equal(new DateTimeOffset(2023, 2, 14, 17, 30, 0, TimeSpan.Zero).ToUnixTimeMilliseconds(), page.Instant[0]);
        Assert.Equal((Day.Of(2023, 2, 15).Number, Day.Of(2023, 2, 13).Number), (page.ValueDay[0], page.ValueDay[1]));
        Assert.Null(page.Reference[1]);
    }

    [Fact]
    public void Transfers_name_both_sides_and_form_one_statement_named_after_the_file()
    {
        var reading = Reading.Own("transfers.csv", """
            id,from,to,amount,amount_credited,currency,currency_credited,booking_day,from_balance,to_balance
            T1,A,B,100.00,98.00,USD,,2023-02-14,900.00,98.00
            T2,B,,5.00,,USD,,2023-02-15,,
            T3,,A,7.00,,USD,,2023-02-15,,
            T4,A,C,10.00,4500.00,USD,KZT,2023-02-16,,
            """);
        Assert.Equal(["transfers/1 2023-02-14 A -10000 USD B 9800 USD", "transfers/2 2023-02-15 B -500 USD", "transfers/3 2023-02-15 A 700 USD", "transfers/4 2023-02-16 A -1000 USD C 450000 KZT"], reading.Lines);
        Assert.Equal((90000L, 9800L, "T1"), (reading.Pages[0].Balance[0], reading.Pages[0].CounterBalance[0], reading.Pages[0].LocalId[0]));
    }

    [Fact]
    public void A_posting_that_names_its_statement_only_takes_the_account_the_case_knows()
    {
        var context = Reading.Tenge with { StatementAccounts = new Dictionary<string, string> { ["S1"] = "KZ1" } };
        Assert.Equal(["S1/1 2023-02-14 KZ1 100 KZT"], Reading.Own("postings.csv", "statement,booking_day,amount\nS1,2023-02-14,1.00\n", context).Lines);
    }

    [Fact]
    public void Rows_after_a_faulty_one_are_read()
    {
        var reading = Reading.Own("postings.csv", "statement,row,account,booking_day,amount,text\nS1,1,A,2023-02-14,1.00,\"open\nS1,2,A,2023-02-14,2.00,x\nS1,3,A,2023-02-14,3.00,\"two\nlines\"\nS1,4,A,2023-02-14,4.00,\n");
        Assert.Equal(["TEXT_AFTER_QUOTE"], reading.Rejects.Select(r => r.Code));
        Assert.Equal([2, 3, 4], reading.Pages[0].Row);
        Assert.Equal((4, "two\nlines"), (reading.RowsRead, reading.Pages[0].Text[1]));
    }

    [Fact]
    public void A_proceeds_row_is_an_id_or_an_account_day_and_amount_or_cash()
    {
        var facts = Reading.Own("proceeds.csv", """
            episode,row,row_account,row_day,row_amount,amount,day
            E1,S1/14,,,,40.00,
            E1,,KZ1,2023-02-14,-3.50,,
            E2,,,,,9.00,2023-03-01
            """).Facts.Cast<Proceeds>().ToList();
        Assert.Equal(new RowReference("S1/14"), facts[0].Row);
        Assert.Equal(4000, facts[0].Minor);
        Assert.Equal(new RowReference("", "KZ1", Day.Of(2023, 2, 14), -350), facts[1].Row);
        Assert.Equal((null, 900L, Day.Of(2023, 3, 1)), (facts[2].Row, facts[2].Minor, facts[2].Day));
        Assert.Equal(3, facts.Select(f => f.Id).Distinct().Count());
    }

    [Fact]
    public void More_rows_than_a_page_holds_come_as_pages_that_stand_alone()
    {
        var text = string.Join('\n', Enumerable.Range(1, PostingPage.RowsMax + 5).Select(i => $"S{i % 3},{i},A{i % 1000},2023-02-14,{i}.00"));
        var reading = Reading.Own("postings.csv", "statement,row,account,booking_day,amount\n" + text);
        Assert.Equal([PostingPage.RowsMax, 5], reading.Pages.Select(p => p.Count));
        Assert.Equal(["", .. Enumerable.Range(PostingPage.RowsMax + 1, 5).Select(i => $"A{i % 1000}")], reading.Pages[1].AccountNames);
        Assert.Equal($"S{(PostingPage.RowsMax + 5) % 3}/{PostingPage.RowsMax + 5} 2023-02-14 A{(PostingPage.RowsMax + 5) % 1000} {(PostingPage.RowsMax + 5) * 100} KZT", reading.Lines.Last());
    }
}
