using FinInvest.Graph.Reconcile;
using FinInvest.Graph.Tests.Cases;
using Xunit;

namespace FinInvest.Graph.Tests.Reconcile;

public class ReproducibilityTests
{
    [Fact]
    public void The_order_of_pages_and_facts_changes_nothing()
    {
        foreach (var c in DefinitionCase.All(2, 4, 5, 6))
        {
            var expected = LedgerText.Whole(LedgerBuilder.Build(c.Facts, c.Pages));
            var random = new Random(20240301);
            for (var i = 0; i < 3; i++)
            {
                var facts = new CaseFacts(c.Facts.AllRows.OrderBy(_ => random.Next()).ToList(), [.. c.Facts.Documents.OrderBy(_ => random.Next())], [], c.Facts.Version);
                Assert.Equal(expected, LedgerText.Whole(LedgerBuilder.Build(facts, c.Pages.SelectMany(Halves).OrderBy(_ => random.Next()).ToList())));
            }
        }
    }

    [Fact]
    public void An_excluded_document_leaves_the_case_as_if_it_had_never_come()
    {
        foreach (var c in DefinitionCase.All(4, 6).Take(4))
        {
            var gone = c.Facts.Documents[1];
            var without = new CaseFacts(c.Facts.AllRows.Where(r => r.Document != gone.Hash), [.. c.Facts.Documents.Where(d => d != gone)], [], c.Facts.Version);
            var expected = LedgerText.Whole(LedgerBuilder.Build(without, c.Pages.Where(p => p.Document != gone.Hash)));
            Decision Word(long number, string kind) => new(number, kind, gone.Name, "", "A. Tester", new Day(1), "court order");
            CaseFacts Decided(params Decision[] words) => new(c.Facts.AllRows, c.Facts.Documents, words, c.Facts.Version);
            Assert.Equal(expected, LedgerText.Whole(LedgerBuilder.Build(Decided(Word(1, DecisionKinds.Exclude)), c.Pages)));
            Assert.NotEqual(expected, LedgerText.Whole(LedgerBuilder.Build(c.Facts, c.Pages)));
            Assert.Equal(LedgerText.Whole(LedgerBuilder.Build(c.Facts, c.Pages)),
                LedgerText.Whole(LedgerBuilder.Build(Decided(Word(1, DecisionKinds.Exclude), Word(2, DecisionKinds.Include)), c.Pages)));
        }
    }

    [Fact]
    public void What_another_document_also_proves_remains()
    {
        var r = new CaseRecords().Statement("S1", "X", 1, 50, 0, 30, "10 30 ref=a").Statement("S2", "X", 1, 100, 0, 10, "10 30 ref=a; 60 -20").Decide(DecisionKinds.Exclude, "S2").Build();
        Assert.Equal(["10 >X 30", "50 X> 30 GapOut"], LedgerText.Movements(r));
        Assert.DoesNotContain(r.Facts.Documents, d => d.Name == "S2");
    }

    [Fact]
    public void An_exclusion_that_names_no_document_is_refused()
    {
        var r = new CaseRecords().Statement("S1", "X", 1, 100, 0, 30, "10 30").Decide(DecisionKinds.Exclude, "S7").Build();
        Assert.Equal("DOCUMENT_NOT_FOUND", Assert.Single(r.Refused).Code);
        Assert.Equal(1, r.Ledger.Count);
    }

    /// <summary>One page as two, so that page borders move too.</summary>
    private static IEnumerable<PostingPage> Halves(PostingPage page)
    {
        var middle = page.Count / 2;
        return middle == 0 ? [page] : [Part(page, 0, middle), Part(page, middle, page.Count)];
    }

    private static PostingPage Part(PostingPage p, int from, int to) => new()
    {
        Document = p.Document,
        AccountNames = p.AccountNames,
        StatementIds = p.StatementIds,
        CurrencyCodes = p.CurrencyCodes,
        Count = to - from,
        Row = p.Row[from..to],
        Statement = p.Statement[from..to],
        Account = p.Account[from..to],
        Counterparty = p.Counterparty[from..to],
        Minor = p.Minor[from..to],
        CounterMinor = p.CounterMinor[from..to],
        BookingDay = p.BookingDay[from..to],
        ValueDay = p.ValueDay[from..to],
        Instant = p.Instant[from..to],
        Currency = p.Currency[from..to],
        CounterCurrency = p.CounterCurrency[from..to],
        Kind = p.Kind[from..to],
        Origin = p.Origin[from..to],
        Balance = p.Balance[from..to],
        CounterBalance = p.CounterBalance[from..to],
        Reference = p.Reference[from..to],
        EndToEndId = p.EndToEndId[from..to],
        LocalId = p.LocalId[from..to],
        CounterpartyName = p.CounterpartyName[from..to],
        Text = p.Text[from..to],
    };
}
