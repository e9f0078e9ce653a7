using System.IO.Compression;
using System.Text;
using FinInvest.Graph.Ingest;
using FinInvest.Graph.Ingest.Mapping;
using FinInvest.Graph.Tests.House;
using Xunit;

namespace FinInvest.Graph.Tests.Ingest.Mapping;

/// <summary>What a mapping can say, one feature a test.</summary>
public class MappedFileTests
{
    private const string Account = """ "account":{"constant":"A"},"currency":{"constant":"KZT"} """;

    private static string Entry(string columns, string more = "") => $$$"""{"target":"postings",{{{more}}}"columns":{"booking_day":"D",{{{columns}}},{{{Account}}}}}""";

    [Fact]
    public void A_statement_in_windows_1251_with_titles_totals_and_two_money_columns()
    {
        var folder = Path.Combine(Repository.Root, "sample-data", "mappings");
        using var json = File.OpenRead(Path.Combine(folder, "example-bank.json"));
        var mapping = RecordMapping.Load(json, out var problems)!;
        Assert.Empty(problems);
        var reading = Reading.Mapped("example-bank.csv", File.ReadAllBytes(Path.Combine(folder, "example-bank.csv")), mapping);
        Assert.Empty(reading.Rejects);
        Assert.Equal([
            "example-bank/1 2023-02-14 KZ75125KZT1001300335 400000000 KZT KZ86125KZT5004100100",
            "example-bank/2 2023-02-14 KZ75125KZT1001300335 -150000050 KZT KZ43002USD7001200200",
            "example-bank/3 2023-02-15 KZ75125KZT1001300335 -1200000 KZT",
            "example-bank/4 2023-02-20 KZ75125KZT1001300335 25000025 KZT KZ43002USD7001200200"], reading.Lines);
        Assert.Equal(["ТОО \"Тулпар Трейд\"", "Возврат займа; без НДС"], [reading.Pages[0].CounterpartyName[0], reading.Pages[0].Text[1]]);
        var statement = Assert.IsType<Statement>(Assert.Single(reading.Facts));
        Assert.Equal(new Statement("example-bank", "KZ75125KZT1001300335", Day.Of(2023, 2, 14), Day.Of(2023, 2, 20), 120000000, 393799975, Ordered: true), statement);
        Assert.Equal([(NoteCodes.LinesSkipped, 6L), (NoteCodes.BalanceRuns, 1L)], reading.Notes.Select(n => (n.Code, n.Count)));
    }

    [Theory]
    [InlineData("utf-8", "utf-8")]
    [InlineData("utf-16", "utf-16")]
    [InlineData("utf-16BE", "utf-16be")]
    [InlineData("windows-1251", "windows-1251")]
    [InlineData("utf-16", "detect")]
    [InlineData("utf-16BE", "detect")]
    [InlineData("windows-1251", "detect")]
    [InlineData("utf-8", "detect")]
    public void Encodings_are_stated_or_detected_and_gzip_is_told_by_its_bytes(string written, string stated)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(written) ?? Encoding.GetEncoding(written);
        var bytes = encoding.GetBytes("D,S,T\n2023-02-14,1.00,Оплата\n");
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        foreach (var content in new[] { bytes, packed.ToArray() })
        {
            var reading = Reading.Mapped("a.csv", content, Reading.Mapping(Entry(""" "amount":"S","text":"T" """, $"\"encoding\":\"{stated}\",")));
            Assert.Equal(["a/1 2023-02-14 A 100 KZT"], reading.Lines);
            Assert.Equal("Оплата", reading.Pages[0].Text[0]);
        }
    }

    [Theory]
    [InlineData(";", ";")]
    [InlineData("|", "|")]
    [InlineData("tab", "\t")]
    public void The_delimiter_is_stated(string stated, string written) =>
        Assert.Equal(["a/1 2023-02-14 A -100050 KZT"], Reading.Mapped("a.csv", $"D{written}S\n2023-02-14{written}-1 000,50\n",
            Entry(""" "amount":"S" """, $"\"delimiter\":\"{stated}\",\"decimal\":\",\",\"thousands\":\" \",")).Lines);

    [Fact]
    public void An_amount_with_a_direction_column_takes_its_sign_from_it()
    {
        var reading = Reading.Mapped("a.csv", "D,S,K\n2023-02-14,5.00,Дт\n2023-02-14,7.00,кт\n2023-02-14,9.00,?\n",
            Entry(""" "amount":"S","direction":"K" """, """ "debit_words":["ДТ"],"credit_words":["КТ"], """));
        Assert.Equal(["a/1 2023-02-14 A -500 KZT", "a/2 2023-02-14 A 700 KZT"], reading.Lines);
        Assert.Equal((RejectCodes.ValueNotKnown, 4, "K", "?"), reading.Rejects.Select(r => (r.Code, r.Row, r.Column, r.Text)).Single());
    }

    [Fact]
    public void A_negative_debit_is_a_storno_unless_debits_are_printed_negative()
    {
        const string Csv = "D,Out,In\n2023-02-14,-5.00,\n2023-02-14,,7.00\n";
        var storno = Reading.Mapped("a.csv", Csv, Entry(""" "debit":"Out","credit":"In" """));
        Assert.Equal((500L, PostingKind.Reversal), (storno.Pages[0].Minor[0], storno.Pages[0].Kind[0]));
        var printed = Reading.Mapped("a.csv", Csv, Entry(""" "debit":"Out","credit":"In" """, "\"debit_negative\":true,"));
        Assert.Equal((-500L, PostingKind.Payment), (printed.Pages[0].Minor[0], printed.Pages[0].Kind[0]));
    }

    [Fact]
    public void An_inverted_column_shows_money_out_as_positive() =>
        Assert.Equal([-500L, 700L], Reading.Mapped("a.csv", "D,S\n2023-02-14,5.00\n2023-02-14,-7.00\n", Entry(""" "amount":"S" """, "\"inverted\":true,")).Pages[0].Minor);

    [Theory]
    [InlineData("", "AMOUNT_TOO_MANY_DECIMALS")]
    [InlineData("half-even", "10012")]
    [InlineData("half-up", "10013")]
    public void Decimals_beyond_the_currency_are_rejected_or_rounded_as_stated(string rounding, string expected)
    {
        var reading = Reading.Mapped("a.csv", "D,S\n2023-02-14,100.125\n", Entry(""" "amount":"S" """, $"\"rounding\":\"{rounding}\","));
        Assert.Equal(expected, reading.Rejects.Count > 0 ? reading.Rejects[0].Code : $"{reading.Pages[0].Minor[0]}");
        Assert.Equal(rounding.Length > 0, reading.Notes.Any(n => n.Code == NoteCodes.AmountsRounded && n.Count == 1));
    }

    [Fact]
    public void A_running_balance_gives_opening_and_closing_only_if_it_runs_on_every_row()
    {
        var entry = Entry(""" "amount":"S","balance":"B" """);
        var runs = Reading.Mapped("a.csv", "D,S,B\n2023-02-14,5.00,105.00\n2023-02-16,-7.00,98.00\n", entry);
        Assert.Equal(new Statement("a", "A", Day.Of(2023, 2, 14), Day.Of(2023, 2, 16), 10000, 9800), Assert.Single(runs.Facts));
        var broken = Reading.Mapped("a.csv", "D,S,B\n2023-02-14,5.00,105.00\n2023-02-16,-7.00,98.01\n", entry);
        Assert.Empty(broken.Facts);
        Assert.Equal("1 statements whose running balance does not follow; the first is a, at row 2.", broken.Notes.Single(n => n.Code == NoteCodes.BalanceDoesNotRun).Sentence);
        Assert.Equal(2, broken.Postings);
    }

    [Fact]
    public void A_rejected_row_may_be_the_last_so_no_balance_is_taken_from_the_running_one()
    {
        var reading = Reading.Mapped("a.csv", "D,S,B\n2023-02-14,5.00,105.00\n2023-02-99,-7.00,98.00\n", Entry(""" "amount":"S","balance":"B" """));
        Assert.Empty(reading.Facts);
        Assert.Equal((1, 1, true), (reading.Postings, reading.Rejects.Count, reading.Notes.Any(n => n.Code == NoteCodes.BalanceNotTaken)));
    }

    [Fact]
    public void Skipped_lines_are_told_by_number()
    {
        var reading = Reading.Mapped("a.csv", "Bank A\nD,S\n2023-02-14,5.00\n,\nTotal,5.00\n", Entry(""" "amount":"S" """, """ "lines":[{"starts":"total"}], """));
        Assert.Equal("3 lines hold no row (titles, totals, blank cells) and were skipped: line 1, 4, 5 (3 of 3).", reading.Notes.Single().Sentence);
    }

    [Fact]
    public void A_column_may_have_its_own_dates()
    {
        var reading = Reading.Mapped("h.csv", "acc,who,since,until\nA,p,01.02.2020,2021-02-01\n",
            """{"target":"holders","dates":["dd.MM.yyyy"],"columns":{"account":"acc","party":"who","from":"since","to":{"column":"until","dates":["yyyy-MM-dd"]}}}""");
        Assert.Equal((Day.Of(2020, 2, 1), Day.Of(2021, 2, 1)), reading.Facts.Cast<AccountHolder>().Select(h => (h.From!.Value, h.To!.Value)).Single());
    }

    [Fact]
    public void Newest_first_is_numbered_from_the_bottom()
    {
        var reading = Reading.Mapped("a.csv", "D,S,B\n2023-02-16,-7.00,98.00\n2023-02-14,5.00,105.00\n", Entry(""" "amount":"S","balance":"B" """, "\"order\":\"descending\","));
        Assert.Equal(["a/2 2023-02-16 A -700 KZT", "a/1 2023-02-14 A 500 KZT"], reading.Lines);
        Assert.Equal(new Statement("a", "A", Day.Of(2023, 2, 14), Day.Of(2023, 2, 16), 10000, 9800), Assert.Single(reading.Facts));
    }

    [Fact]
    public void A_file_of_several_accounts_has_a_statement_each()
    {
        var reading = Reading.Mapped("a.csv", "D,Acc,S,B\n2023-02-14,X,5.00,105.00\n2023-02-14,Y,1.00,1.00\n2023-02-16,X,-7.00,98.00\n",
            """{"target":"postings","columns":{"booking_day":"D","account":"Acc","amount":"S","balance":"B"}}""");
        Assert.Equal(["a:X/1 2023-02-14 X 500 KZT", "a:Y/2 2023-02-14 Y 100 KZT", "a:X/3 2023-02-16 X -700 KZT"], reading.Lines);
        Assert.Equal([("a:X", 10000L), ("a:Y", 0L)], reading.Facts.Cast<Statement>().Select(s => (s.Id, s.Opening!.Value)));
    }

    [Fact]
    public void A_person_may_state_the_statement_or_leave_it_to_statements_csv()
    {
        var stated = Reading.Mapped("a.csv", "D,S\n2023-02-14,5.00\n", Entry(""" "amount":"S" """,
            """ "statement":{"id":"S7","opening":"10.00","closing":"15.00","from":"2023-01-01","to":"2023-12-31"}, """));
        Assert.Equal(new Statement("S7", "A", Day.Of(2023, 1, 1), Day.Of(2023, 12, 31), 1000, 1500, Ordered: false), Assert.Single(stated.Facts));
        Assert.Equal(["S7/1 2023-02-14 A 500 KZT"], stated.Lines);
        Assert.Empty(Reading.Mapped("a.csv", "D,S,B\n2023-02-14,5.00,15.00\n", Entry(""" "amount":"S","balance":"B" """, """ "statement":{"balances":"none"}, """)).Facts);
    }

    [Fact]
    public void Two_sided_rows_take_balances_before_or_after_and_the_fee_from_either_side()
    {
        const string Csv = "D,F,T,S,Fee,FB,TB\n2023-02-14,A,B,100.00,2.00,500.00,10.00\n";
        string Mapping(string feeFrom) => $$$"""{"target":"transfers","fee_from":"{{{feeFrom}}}","columns":{"booking_day":"D","from":"F","to":"T","amount":"S","fee":"Fee","from_balance_before":"FB","to_balance":"TB"}}""";
        var sender = Reading.Mapped("a.csv", Csv, Mapping("sender"));
        Assert.Equal(["a/1 2023-02-14 A -10200 KZT B 10000 KZT"], sender.Lines);
        Assert.Equal((39800L, 1000L), (sender.Pages[0].Balance[0], sender.Pages[0].CounterBalance[0]));
        Assert.Equal(["a/1 2023-02-14 A -10000 KZT B 9800 KZT"], Reading.Mapped("a.csv", Csv, Mapping("receiver")).Lines);
    }

    [Fact]
    public void Kinds_come_from_the_files_own_words_and_prefixes_keep_ids_apart()
    {
        var reading = Reading.Mapped("a.csv", "D,S,N,Acc,Type\n2023-02-14,5.00,1,7,Наличные\n2023-02-14,5.00,2,7,прочее\n", """
            {"target":"postings","columns":{"booking_day":"D","amount":"S","id":{"column":"N","prefix":"op-"},"account":{"column":"Acc","prefix":"acc:"},
             "kind":{"column":"Type","values":{"наличные":"cash"},"default":"payment"}}}
            """);
        Assert.Equal(["a:acc:7/1 2023-02-14 acc:7 500 KZT", "a:acc:7/2 2023-02-14 acc:7 500 KZT"], reading.Lines);
        Assert.Equal((PostingKind.Cash, PostingKind.Payment, "op-2"), (reading.Pages[0].Kind[0], reading.Pages[0].Kind[1], reading.Pages[0].LocalId[1]));
    }

    [Fact]
    public void Refused_payments_are_left_out_and_counted_but_keep_their_number()
    {
        var reading = Reading.Mapped("a.csv", "D,S,State\n2023-02-14,5.00,done\n2023-02-14,6.00,Refused\n2023-02-14,7.00,done\n",
            Entry(""" "amount":"S" """, """ "skip_rows":[{"column":"State","values":["refused"]}], """));
        Assert.Equal([1, 3], reading.Pages[0].Row);
        Assert.Equal(2, reading.RowsRead);
        Assert.Equal(1, reading.Notes.Single(n => n.Code == NoteCodes.RowsFiltered).Count);
    }

    [Fact]
    public void Quotes_may_be_plain_text_and_a_delimiter_at_the_end_says_nothing()
    {
        var reading = Reading.Mapped("a.csv", "D;S;T\n2023-02-14;5.00;\"LLP\" Tulpar;\n;;;\n2023-02-15;5.00;\"open;\n", Entry(""" "amount":"S","text":"T" """, """ "delimiter":";","quote":"", """));
        Assert.Equal(["\"LLP\" Tulpar", "\"open"], reading.Pages[0].Text);
        Assert.Empty(reading.Rejects);
    }

    [Theory]
    [InlineData("""{"target":"postings","columns":{"booking_day":"D"}}""", "either amount, or debit and credit")]
    [InlineData("""{"target":"payments","columns":{}}""", "target 'payments' is none of")]
    [InlineData("""{"target":"parties","columns":{"id":"I"}}""", "parties needs 'name'")]
    [InlineData("""{"target":"parties","columns":{"id":"I","name":"N","colour":"C"}}""", "has no 'colour'")]
    [InlineData("""{"target":"parties","header":false,"columns":{"id":"I","name":2}}""", "give its position")]
    [InlineData("""{"target":"parties","columns":{"id":{"column":"I","constant":"x"},"name":2}}""", "one of column, position, constant")]
    [InlineData("""{"target":"parties","zone":"Asia/Atlantis","columns":{"id":"I","name":"N"}}""", "zone 'Asia/Atlantis' is not known")]
    [InlineData("""{"target":"parties","dates":["days"],"columns":{"id":"I","name":"N"}}""", "'days' needs days_since")]
    [InlineData("""{"target":"parties","delimeter":";","columns":{"id":"I","name":"N"}}""", "delimeter")]
    [InlineData("""{"target":"parties","columns":{"id":{"colum":"I"},"name":"N"}}""", "no property 'colum'")]
    [InlineData("""{"target":"parties",""", "is no JSON")]
    public void A_mapping_that_cannot_be_used_says_why(string entry, string words)
    {
        var json = $$"""{"schema":"fininvest.mapping/1","name":"t","files":[{{entry}}]}""";
        Assert.Null(RecordMapping.Load(new MemoryStream(Encoding.UTF8.GetBytes(json)), out var problems));
        Assert.Contains(words, string.Join(" ", problems), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mapping_is_written_as_it_was_read_and_leaves_defaults_out()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "sample-data", "mappings"), "*.json"))
        {
            using var json = File.OpenRead(file);
            var mapping = RecordMapping.Load(json, out _)!;
            var text = mapping.ToJson();
            Assert.DoesNotContain("\"quote\"", text, StringComparison.Ordinal);
            Assert.Equal(text, RecordMapping.Load(new MemoryStream(Encoding.UTF8.GetBytes(text)), out _)!.ToJson());
        }
    }

    [Fact]
    public void The_first_entry_for_movements_wins_and_folders_and_gz_do_not_count()
    {
        var mapping = new RecordMapping
        {
            Name = "m",
            Files = [new() { Pattern = "fee*.csv", Target = "transfers" }, new() { Pattern = "*.csv", Target = "postings" }, new() { Pattern = "*.csv", Target = "parties" }],
        };
        Assert.Equal(["transfers", "parties"], mapping.For("in/fees.csv.gz").Select(f => f.Target));
        Assert.Equal(["postings", "parties"], mapping.For("in\\other.csv").Select(f => f.Target));
        Assert.False(mapping.Covers("other.txt"));
    }
}
