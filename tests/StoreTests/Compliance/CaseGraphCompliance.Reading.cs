using FinInvest.Graph.Store;
using Xunit;

namespace FinInvest.Graph.StoreTests.Compliance;

public abstract partial class CaseGraphCompliance
{
    [Fact]
    public async Task Every_column_of_every_row_comes_back()
    {
        await using var open = await OpenAsync();
        var page = EveryColumn(1);
        await LoadPageAsync(open, 1, page);
        var at = await open.Graph.VersionAsync(Ct);
        Assert.Equal(Enumerable.Range(0, page.Count).Select(i => StoreSample.Line(page, i)), await StoreSample.RowsAsync(open.Graph, LedgerRequest.WholeCase(at) with { WithTexts = true }));
        await foreach (var plain in open.Graph.PostingsAsync(LedgerRequest.WholeCase(at), Ct))
        {
            Assert.All(plain.Text, Assert.Null);
            Assert.All(plain.CounterpartyName, Assert.Null);
            Assert.Equal("", plain.AccountNames[0]);
        }
    }

    [Fact]
    public async Task Every_kind_of_fact_comes_back()
    {
        await using var open = await OpenAsync();
        await open.Vault.PutAsync(new MemoryStream(StoreSample.Bytes(1)), Ct);
        await using (var load = await open.Graph.BeginLoadAsync(Ct))
        {
            await load.BeginDocumentAsync(StoreSample.Document(1), Ct);
            await load.AppendAsync([.. EveryFact.All.Select((f, i) => new FactRow(f, StoreSample.Document(1).Hash, i))], Ct);
            await load.CommitAsync(Ct);
        }

        var facts = await open.Graph.FactsAsync(await open.Graph.VersionAsync(Ct), Ct);
        Assert.Equivalent(EveryFact.All, facts.AllRows.OrderBy(r => r.Row).Select(r => r.Fact).ToList(), strict: true);
        Assert.All(facts.AllRows, r => Assert.Equal((StoreSample.Document(1).Hash, 1L), (r.Document, r.Load)));
    }

    [Fact]
    public async Task A_version_reads_the_same_for_ever()
    {
        await using var open = await OpenAsync();
        await StoreSample.LoadAsync(open.Graph, open.Vault, [1]);
        await open.Graph.DecideAsync([SomeDecision()], new CaseVersion(1, 0), Ct);
        var at = new CaseVersion(1, 1);
        var before = await SeenAsync(open.Graph, at);
        await StoreSample.LoadAsync(open.Graph, open.Vault, [2]);
        await open.Graph.DecideAsync([SomeDecision("second")], new CaseVersion(2, 1), Ct);
        Assert.Equal(before, await SeenAsync(open.Graph, at));
        Assert.NotEqual(before, await SeenAsync(open.Graph, new CaseVersion(2, 2)));
        Assert.Empty((await open.Graph.FactsAsync(new CaseVersion(2, 0), Ct)).Decisions);
    }

    [Fact]
    public async Task A_version_the_case_has_not_reached_is_refused()
    {
        await using var open = await OpenAsync();
        await StoreSample.LoadAsync(open.Graph, open.Vault, [1]);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await open.Graph.FactsAsync(new CaseVersion(2, 0), Ct));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await StoreSample.RowsAsync(open.Graph, LedgerRequest.WholeCase(new CaseVersion(1, 1))));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await open.Graph.FindAsync(new FindQuery(), new CaseVersion(-1, 0), Ct));
    }

    [Fact]
    public async Task Pages_hold_one_document_at_most_65536_rows_and_share_their_names()
    {
        await using var open = await OpenAsync();
        await open.Vault.PutAsync(new MemoryStream(StoreSample.Bytes(1)), Ct);
        await open.Vault.PutAsync(new MemoryStream(StoreSample.Bytes(2)), Ct);
        await using (var load = await open.Graph.BeginLoadAsync(Ct))
        {
            await load.BeginDocumentAsync(StoreSample.Document(1), Ct);
            await load.AppendAsync(StoreSample.Page(1, 1, 65_536), Ct);
            await load.AppendAsync(StoreSample.Page(1, 65_537, 4_464), Ct);
            await load.BeginDocumentAsync(StoreSample.Document(2), Ct);
            await load.AppendAsync(StoreSample.Page(2, 1, 5), Ct);
            await load.CommitAsync(Ct);
        }

        var pages = new List<PostingPage>();
        await foreach (var page in open.Graph.PostingsAsync(LedgerRequest.WholeCase(new CaseVersion(1, 0)), Ct))
        {
            pages.Add(page);
        }

        Assert.Equal(70_005, pages.Sum(p => p.Count));
        Assert.Equal(70_000, pages.Where(p => p.Document == StoreSample.Document(1).Hash).Sum(p => p.Count));
        Assert.All(pages, p => Assert.InRange(p.Count, 1, PostingPage.RowsMax));
        Assert.All(pages, p => Assert.Same(pages[0].AccountNames, p.AccountNames));
        Assert.All(pages, p => Assert.Same(pages[0].StatementIds, p.StatementIds));
        Assert.Equal(Enumerable.Range(1, 70_000), pages.Where(p => p.Document == StoreSample.Document(1).Hash).SelectMany(p => p.Row.Take(p.Count)));
    }

    [Fact]
    public async Task A_delta_an_account_and_a_window_give_the_rows_a_filter_of_all_gives()
    {
        await using var open = await OpenAsync();
        await StoreSample.LoadAsync(open.Graph, open.Vault, [1], rows: 400, pageRows: 150);
        await StoreSample.LoadAsync(open.Graph, open.Vault, [2, 3], rows: 400, pageRows: 150);
        var at = new CaseVersion(2, 0);
        var all = await StoreSample.RowsAsync(open.Graph, LedgerRequest.WholeCase(at));
        Assert.Equal(1_200, all.Count);
        Assert.Equal(all.Skip(400), await StoreSample.RowsAsync(open.Graph, new LedgerRequest(at, AfterLoad: 1)));
        Assert.Empty(await StoreSample.RowsAsync(open.Graph, new LedgerRequest(at, AfterLoad: 2)));
        string[] two = [StoreSample.Name(3), StoreSample.Name(11), "not in the case"];
        var ofTwo = all.Where(l => two.Contains(l.Split('|')[3]) || two.Contains(l.Split('|')[4])).ToList();
        Assert.NotEmpty(ofTwo);
        Assert.Equal(ofTwo, await StoreSample.RowsAsync(open.Graph, new LedgerRequest(at, Accounts: two)));
        Assert.Empty(await StoreSample.RowsAsync(open.Graph, new LedgerRequest(at, Accounts: ["not in the case", ""])));
        Assert.Equal(all, await StoreSample.RowsAsync(open.Graph, new LedgerRequest(at, Accounts: [])));
        var window = new DayRange(new Day(19_001), new Day(19_002));
        var inside = all.Where(l => Day.TryParse(l.Split('|')[7], out var day) && window.Contains(day)).ToList();
        Assert.Equal(600, inside.Count);
        Assert.Equal(inside, await StoreSample.RowsAsync(open.Graph, new LedgerRequest(at, Window: window)));
        Assert.Equal(inside.Intersect(ofTwo).Intersect(all.Skip(400)), await StoreSample.RowsAsync(open.Graph, new LedgerRequest(at, 1, two, window)));
    }

    [Fact]
    public async Task A_search_finds_texts_names_and_references_in_any_script_and_says_n_of_N()
    {
        await using var open = await OpenAsync();
        await LoadPageAsync(open, 1, EveryColumn(1));
        var at = await open.Graph.VersionAsync(Ct);
        async Task<long> Count(FindQuery query) => (await open.Graph.FindAsync(query, at, Ct)).Total;
        Assert.Equal(1, await Count(new FindQuery("ҮЛГІ")));
        Assert.Equal(1, await Count(new FindQuery("оплата по договору")));
        Assert.Equal(1, await Count(new FindQuery("REF-1")));
        Assert.Equal(1, await Count(new FindQuery("e2e-")));
        Assert.Equal(2, await Count(new FindQuery("kz0002")));
        Assert.Equal(1, await Count(new FindQuery("магазин")));
        Assert.Equal(0, await Count(new FindQuery("%")));
        Assert.Equal(2, await Count(new FindQuery(Account: "kz 0002")));
        Assert.Equal(0, await Count(new FindQuery(Account: "KZ000")));
        Assert.Equal(1, await Count(new FindQuery("S2/3")));
        Assert.Equal(1, await Count(new FindQuery(StoreSample.Document(1).Hash.Short() + "/S2/3")));
        Assert.Equal(2, await Count(new FindQuery(MinorFrom: 500, MinorTo: 600)));
        Assert.Equal(2, await Count(new FindQuery(MinorFrom: -600, MinorTo: -500)));
        Assert.Equal(1, await Count(new FindQuery(MinorFrom: long.MaxValue)));
        Assert.Equal(1, await Count(new FindQuery(Days: new DayRange(new Day(19_000), new Day(19_000)))));
        Assert.Equal(0, await Count(new FindQuery("магазин", Days: new DayRange(new Day(19_000), new Day(19_000)))));
        var one = await open.Graph.FindAsync(new FindQuery(RowsMax: 1), at, Ct);
        Assert.Equal((1, 4L), (one.Rows.Count, one.Total));
        Assert.Equal(new FoundRow(new RowKey(StoreSample.Document(1).Hash, "S1", 1), "L-1", "KZ0001", "KZ0002", "Әлі Үлгі", -500, "KZT", new Day(19_000), "Оплата по ДОГОВОРУ 7",
            "ref-1", "bank-1.csv"), one.Rows[0]);
    }

    [Fact]
    public async Task Decisions_are_numbered_chained_and_only_taken_at_the_version_that_was_read()
    {
        await using var open = await OpenAsync();
        Assert.Equal(new ChainCheck(0, DecisionChain.Start, 0, ""), await open.Graph.VerifyChainAsync(Ct));
        var at = await open.Graph.DecideAsync([SomeDecision("first"), SomeDecision("екінші")], default, Ct);
        Assert.Equal(new CaseVersion(0, 2), at);
        await Assert.ThrowsAsync<StoreConflictException>(async () => await open.Graph.DecideAsync([SomeDecision("late")], new CaseVersion(0, 1), Ct));
        Assert.Equal(at, await open.Graph.DecideAsync([], at, Ct));
        await StoreSample.LoadAsync(open.Graph, open.Vault, [1]);
        await Assert.ThrowsAsync<StoreConflictException>(async () => await open.Graph.DecideAsync([SomeDecision("before the load")], at, Ct));
        var third = SomeDecision("third") with { Item = "I1", Replaces = 1, Number = 77, On = Day.None };
        Assert.Equal(new CaseVersion(1, 3), await open.Graph.DecideAsync([third], new CaseVersion(1, 2), Ct));
        var expected = new[] { SomeDecision("first") with { Number = 1 }, SomeDecision("екінші") with { Number = 2 }, third with { Number = 3 } };
        Assert.Equal(expected, (await open.Graph.FactsAsync(new CaseVersion(1, 3), Ct)).Decisions);
        Assert.Equal(expected.Take(1), (await open.Graph.FactsAsync(new CaseVersion(0, 1), Ct)).Decisions);
        var head = expected.Aggregate(DecisionChain.Start, (link, d) => DecisionChain.Link(link, DecisionChain.Encode(d)));
        Assert.Equal(new ChainCheck(3, head, 0, ""), await open.Graph.VerifyChainAsync(Ct));
        Assert.Equal(head, await open.Graph.DecisionHeadAsync(new CaseVersion(1, 3), Ct));
        Assert.Equal(DecisionChain.Link(DecisionChain.Start, DecisionChain.Encode(expected[0])), await open.Graph.DecisionHeadAsync(new CaseVersion(1, 1), Ct));
        Assert.Equal(DecisionChain.Start, await open.Graph.DecisionHeadAsync(new CaseVersion(1, 0), Ct));
    }

    private static async Task<string> SeenAsync(ICaseGraph graph, CaseVersion at)
    {
        var rows = await StoreSample.RowsAsync(graph, LedgerRequest.WholeCase(at));
        var facts = await graph.FactsAsync(at, Ct);
        var found = await graph.FindAsync(new FindQuery(), at, Ct);
        var names = new List<string>();
        await foreach (var page in graph.PostingsAsync(LedgerRequest.WholeCase(at), Ct))
        {
            names.AddRange(page.AccountNames);
        }

        return string.Join('\n', [.. rows, .. facts.AllRows.Select(r => FactCodec.Encode(r.Fact)), .. facts.Documents.Select(d => d.Name), .. facts.Decisions.Select(d => d.Reason),
            .. (await graph.RejectsAsync(at, Ct)).Select(r => r.ToString()), .. (await graph.LoadsAsync(at, Ct)).Select(l => l.Version.ToString()), .. names, $"{found.Total}"]);
    }

    private static async Task LoadPageAsync(OpenCase open, int document, PostingPage page)
    {
        await open.Vault.PutAsync(new MemoryStream(StoreSample.Bytes(document)), Ct);
        await using var load = await open.Graph.BeginLoadAsync(Ct);
        await load.BeginDocumentAsync(StoreSample.Document(document), Ct);
        await load.AppendAsync(page, Ct);
        await load.CommitAsync(Ct);
    }

    /// <summary>Four rows: a full two-sided one in two currencies, a bare one, one with the ends of the number ranges and empty texts, and one that names nobody.</summary>
    private static PostingPage EveryColumn(int document)
    {
        var p = PostingPage.Allocate(StoreSample.Document(document).Hash, ["", "KZ0001", "KZ0002", "Магазин №5"], ["S2", "S1"], ["EUR", "KZT"], 4);
        (p.Statement[0], p.Row[0], p.Account[0], p.Counterparty[0], p.Minor[0], p.CounterMinor[0]) = (1, 1, 1, 2, -500, 1);
        (p.BookingDay[0], p.ValueDay[0], p.Instant[0], p.Currency[0], p.CounterCurrency[0]) = (19_000, 19_001, 1_641_600_000_123, 1, 0);
        (p.Kind[0], p.Origin[0], p.Balance[0], p.CounterBalance[0]) = (PostingKind.Exchange, PostingOrigin.Inferred, -7, 8);
        (p.Reference[0], p.EndToEndId[0], p.LocalId[0], p.CounterpartyName[0], p.Text[0]) = ("ref-1", "E2E-1", "L-1", "Әлі Үлгі", "Оплата по ДОГОВОРУ 7");
        (p.Row[1], p.Account[1], p.Counterparty[1], p.Minor[1], p.BookingDay[1], p.ValueDay[1]) = (2, 2, 3, -600, 19_002, Day.NoneNumber);
        (p.Row[2], p.Account[2], p.Minor[2], p.BookingDay[2], p.ValueDay[2], p.Instant[2]) = (3, 1, long.MaxValue, -1, 2_932_896, long.MaxValue);
        (p.Kind[2], p.Balance[2], p.Text[2], p.Reference[2], p.CounterpartyName[2]) = (PostingKind.Reversal, long.MaxValue, "", "", "\0 a zero");
        (p.Row[3], p.BookingDay[3], p.ValueDay[3], p.Minor[3]) = (int.MaxValue, Day.NoneNumber, 0, 0);
        return p;
    }
}
