using System.Globalization;
using FinInvest.Graph.Model.Ledgers;
using FinInvest.Graph.Tests.Ledgers;
using FinInvest.Graph.Trace.Paths;
using Xunit;

namespace FinInvest.Graph.Tests.Trace.Paths;

/// <summary>Association paths (definitions F3): leads, apart from the paths.</summary>
public class LeadTests
{
    private const string Broken = """
        +X 100 K
        X>Y 60
        +Z 55 own
        -Z 50 car
        """;

    [Fact]
    public void A_holder_between_two_payments_makes_a_lead_and_never_a_path()
    {
        var r = TiedLedger.Make(Broken, new AccountHolder("h1", "Y", "P"), new AccountHolder("h2", "Z", "P"));
        var result = PathFinder.Find(r, "car#0", new PathOptions { LeadsMax = 5 });
        Assert.Empty(result.Paths);
        var lead = Assert.Single(result.Leads!);
        Assert.Equal("X Y P Z car#0", string.Join(' ', lead.Accounts));
        Assert.Equal(["money", "money", "holder", "holder", "money"], lead.Hops.Select(h => h.Kind));
        Assert.Equal(("association", 50L), (Assert.Single(lead.Breaks!).Kind, lead.Least));
        Assert.Equal("1 of 1 leads with one association, fewest steps first, at most 8 transfers.", result.LeadsCut);
        Assert.Null(PathFinder.Find(r, "car#0", new PathOptions()).Leads);
    }

    [Fact]
    public void The_tie_holds_between_the_payments_in_time()
    {
        // Y is paid on day 2, Z pays on day 4.
        Assert.Single(Leads(new Day(4), null));
        Assert.Empty(Leads(new Day(5), null));
        Assert.Empty(Leads(null, new Day(2)));
        Assert.Single(Leads(null, new Day(3)));

        static IReadOnlyList<AssetPath> Leads(Day? from, Day? to) => PathFinder.Find(TiedLedger.Make(Broken, new AccountHolder("h1", "Y", "P", From: from, To: to),
            new AccountHolder("h2", "Z", "P")), "car#0", new PathOptions { LeadsMax = 5 }).Leads!;
    }

    [Fact]
    public void Relations_join_accounts_in_leads_only()
    {
        var r = TiedLedger.Make(Broken, new AccountHolder("h1", "Y", "P"), new AccountHolder("h2", "Z", "Q"), new Relation("r", "P", "Q", "spouse"));
        var lead = Assert.Single(PathFinder.Find(r, "car#0", new PathOptions { LeadsMax = 5 }).Leads!);
        Assert.Equal("X Y P Q Z car#0", string.Join(' ', lead.Accounts));
        Assert.Contains(lead.Hops, h => h is { Kind: "relation", Text: "spouse" });
        Assert.Empty(PathFinder.Find(r, "Q", new PathOptions()).Paths);
    }

    [Fact]
    public void Cash_out_and_cash_in_is_a_lead_with_a_break_and_no_hop()
    {
        var r = Cash(CaseText.Parse("+X 100 K\n-X 80\n+Y 75 own\n-Y 75 car"), 1, 2);
        var result = PathFinder.Find(r, "car#0", new PathOptions { LeadsMax = 5 });
        Assert.Empty(result.Paths);
        var lead = Assert.Single(result.Leads!);
        Assert.Equal("X OUTSIDE Y car#0", string.Join(' ', lead.Accounts));
        var only = Assert.Single(lead.Breaks!);
        Assert.Equal(("cash", "X", 2, 3), (only.Kind, only.Account, only.From.Number, only.To.Number));
        Assert.Empty(PathFinder.Find(r, "car#0", new PathOptions { LeadsMax = 5, CashDaysMax = 0 }).Leads!);
    }

    [Fact]
    public void Into_a_pool_and_out_of_the_same_pool_is_a_lead_with_a_break_and_no_hop()
    {
        var r = CaseText.Parse("+X 100 K\n-X 80\n+Y 75 own\n-Y 75 car") with { Passages = [new Passage(1, "POOL", "pooled", ""), new Passage(2, "POOL", "pooled", "")] };
        var result = PathFinder.Find(r, "car#0", new PathOptions { LeadsMax = 5 });
        Assert.Empty(result.Paths);
        var lead = Assert.Single(result.Leads!);
        Assert.Equal("X POOL Y car#0", string.Join(' ', lead.Accounts));
        Assert.Equal(("pooled", "X"), (Assert.Single(lead.Breaks!).Kind, lead.Breaks![0].Account));
        Assert.Empty(PathFinder.Find(r with { Passages = [new Passage(1, "POOL", "pooled", ""), new Passage(2, "OTHER", "pooled", "")] }, "car#0", new PathOptions { LeadsMax = 5 }).Leads!);
    }

    [Fact]
    public void A_conduit_on_a_path_is_a_typed_break_that_names_the_id()
    {
        var r = CaseText.Parse("+X 100 K\nX>Y 80\n-Y 75 car") with { Passages = [new Passage(1, "N", "conduit", "E1")] };
        var only = Assert.Single(Assert.Single(PathFinder.Find(r, "car#0", new PathOptions()).Paths).Breaks!);
        Assert.Equal(("conduit", "N"), (only.Kind, only.Account));
        Assert.Contains("end-to-end id E1", only.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_leads_are_those_of_brute_force_fewest_steps_first()
    {
        var compared = 0;
        for (var seed = 0; seed < 1500; seed++)
        {
            var random = new Random(seed);
            var r = Generated(random);
            var options = new PathOptions { LeadsMax = 1000, HopsMax = random.Next(1, 6), LinksMax = random.Next(2, 4), SimpleAccounts = random.Next(2) == 0,
                GapDaysMax = random.Next(6) == 0 ? random.Next(1, 8) : null, Window = random.Next(8) == 0 ? new DayRange(new Day(2), new Day(14)) : null, WorkMax = 10_000_000 };
            var target = random.Next(3) switch { 0 => "z0#0", 1 => "balance:Q", _ => "B" };
            var brute = new BruteLeads(r, target, options).All();
            var found = PathFinder.Find(r, target, options).Leads ?? [];
            Assert.Equal((seed, string.Join(", ", brute.Order(StringComparer.Ordinal))), (seed, string.Join(", ", TiedLedger.Sequences(found).Order(StringComparer.Ordinal))));
            Assert.Equal(found.Select(l => l.Hops.Count).Order(), found.Select(l => l.Hops.Count));
            compared += brute.Count;
        }

        Assert.InRange(compared, 1000, int.MaxValue);
    }

    private static Reconciliation Cash(Reconciliation r, params int[] movements)
    {
        var flags = r.Ledger.Flags.Span.ToArray();
        foreach (var m in movements)
        {
            flags[m] |= MovementFlags.Cash;
        }

        var from = r.Ledger;
        var draft = new LedgerDraft();
        foreach (var a in from.Accounts.Skip(1))
        {
            draft.AddAccount(a);
        }

        for (var m = 0; m < from.Count; m++)
        {
            draft.Add(from.Kind[m], from.Debited[m], from.Credited[m], from.DebitMinor[m], from.CreditMinor[m], new(from.DebitDay[m]), new(from.CreditDay[m]), flags[m], rows: from.RowsOf(m));
        }

        return r with { Ledger = draft.BuildInOrder() };
    }

    private static Reconciliation Generated(Random random)
    {
        string Account() => ((char)('P' + random.Next(5))).ToString();
        var lines = new List<string> { "opening P 0", "opening Q 0", "opening R 0", "opening S 0", "opening T 0", "+P 100 K" };
        for (var i = random.Next(6, 15); i > 0; i--)
        {
            var (x, y) = (Account(), Account());
            lines.Add(x != y ? $"{x}>{y} {random.Next(4, 9)}" : $"+{x} 5 {(random.Next(2) == 0 ? "K" : "own")}");
        }

        lines.Add($"-{Account()} 4 z0");
        var facts = new List<IFact>();
        foreach (var account in "PQRST")
        {
            facts.Add(new AccountHolder($"h{account}", account.ToString(), ((char)('A' + random.Next(3))).ToString(), From: random.Next(5) == 0 ? new Day(random.Next(6, 14)) : null));
        }

        for (var i = random.Next(0, 4); i > 0; i--)
        {
            var id = i.ToString(CultureInfo.InvariantCulture);
            Day? from = random.Next(3) == 0 ? new Day(random.Next(6, 14)) : null;
            Day? to = random.Next(3) == 0 ? new Day(random.Next(8, 18)) : null;
            facts.Add(random.Next(4) switch
            {
                0 => new OwnershipInterest(id, "A", "B", Share.Exact(.5m), From: from, To: to),
                1 => new Relation(id, "B", "C", "relative"),
                _ => new AccountHolder(id, Account(), ((char)('A' + random.Next(3))).ToString(), From: from, To: to),
            });
        }

        return TiedLedger.Make(string.Join('\n', lines), [.. facts]);
    }
}
