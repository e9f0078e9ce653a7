using System.Globalization;
using System.Text;

namespace FinInvest.Graph.Tests.Simulation;

/// <summary>The documents of a simulated case as the product loads them: facts of the register, statements, rows.</summary>
internal sealed class HiddenRecords
{
    public const string ExtractId = "extract-1";
    private const string Register = "register";
    private readonly HiddenLedger ledger;
    private readonly HiddenTruth truth;
    private readonly SplitMix64 random;
    private readonly List<string> names = [""];
    private readonly List<FactRow> rows = [];

    public HiddenRecords(HiddenTruth truth)
    {
        this.truth = truth;
        ledger = truth.Hidden;
        random = new SplitMix64(ledger.Seed ^ 0x5265_636F_7264_73);
        Statements = StatementCutter.Cut(ledger);
        Extract = [.. ledger.Legs.Where(l => l.IsCredit == (l.Movement.From is null) && (l.Movement.From is { HasExtractOnly: true } || l.Movement.To is { HasExtractOnly: true }))];
        names.AddRange(ledger.Accounts.Select(a => a.Id));
        names.AddRange(ledger.Legs.Select(l => l.Movement.Outsider).Where(n => n.Length > 0).Distinct().Order(StringComparer.Ordinal));
        State();
    }

    public IReadOnlyList<CutStatement> Statements { get; }

    /// <summary>First leg of every movement of accounts that no statement shows; each is a row that names both sides.</summary>
    public IReadOnlyList<HiddenLeg> Extract { get; }

    public IReadOnlyList<FactRow> Rows => rows;

    public static Sha256 Hash(string document) => Sha256.Of(Encoding.UTF8.GetBytes(document));

    /// <summary>Facts and pages, dealt in another order for every other <paramref name="shuffle"/> (0: as made).</summary>
    public (CaseFacts Facts, IReadOnlyList<PostingPage> Pages) Load(ulong shuffle = 0)
    {
        var deal = new SplitMix64(shuffle);
        List<T> Dealt<T>(IEnumerable<T> list) => shuffle == 0 ? [.. list] : deal.Shuffle(list);
        var documents = Statements.Select(s => s.Document).Append(ExtractId).Append(Register).Distinct().Select(d => new SourceDocument(Hash(d), d, 0));
        return (new CaseFacts(Dealt(rows), Dealt(documents), [], new CaseVersion(1, 0)), Dealt(Statements.Where(s => s.Rows.Count > 0).Select(Page).Concat(Extract.Count > 0 ? [ExtractPage()] : [])));
    }

    /// <summary>The name of a row's other side as the bank prints it.</summary>
    public static string Counterparty(HiddenLeg leg) => leg.Other is null ? leg.Movement.Outsider : (leg.IsCredit ? leg.Movement.NamedOnCredit : leg.Movement.NamedOnDebit) ? leg.Other.Id : "";

    public static string? Reference(HiddenLeg leg) => leg.Account.HasReferences ? string.Create(CultureInfo.InvariantCulture, $"{leg.Account.Bank}/{leg.Movement.Number}{(leg.IsCredit ? "C" : "D")}") : null;

    private void State()
    {
        Fact(new CaseHeader("case", "S-1", "", "", HiddenLedger.AsOf, [new Currency("KZT", 2)]));
        foreach (var account in ledger.Accounts)
        {
            Fact(new Account(account.Id, "KZT", account.Bank));
        }

        foreach (var s in Statements)
        {
            Fact(new Statement(s.Id, s.Account.Id, s.Period.From, s.Period.To, s.Opening, s.Closing, Ordered: true, random.Chance(50) ? s.Rows.Count : null), s.Document);
        }

        StateClaims();
        StateAssets();
    }

    private void StateClaims()
    {
        var charged = ledger.Legs.Where(l => l.IsCredit && l.Movement.Claim is not null && truth.IsSeen(l.Movement, credit: true)).ToList();
        string Episode(HiddenMovement m) => m.Claim == "A1:V1" && m.Number % 2 == 1 ? "E4" : "E" + (Array.IndexOf(HiddenTruth.Claims, "K:" + m.Claim) + 1).ToString(CultureInfo.InvariantCulture);
        foreach (var (id, claim, day) in new[] { ("E1", "A1:V1", 1), ("E2", "A2:V1", 2), ("E3", "A1:V2", 3), ("E4", "A1:V1", 4) })
        {
            var amount = charged.Where(l => Episode(l.Movement) == id).Sum(l => l.Movement.Named);
            Fact(new Episode(id, claim.Split(':')[0], claim.Split(':')[1], "KZT", amount, new Day(day)));
        }

        Fact(new Act("A1", "A1"));
        Fact(new Act("A2", "A2"));
        foreach (var leg in charged)
        {
            var whole = leg.Movement.Named == leg.Movement.Credit && random.Chance(50);
            Fact(new Proceeds(Id("p", leg), Episode(leg.Movement), Name(leg), whole ? null : leg.Movement.Named));
        }

        foreach (var leg in ledger.Legs.Where(l => l.IsCredit && l.Movement.Claimant is not null && truth.IsSeen(l.Movement, credit: true)))
        {
            Fact(new OtherClaimant(Id("t", leg), Name(leg), leg.Movement.Claimant!));
        }
    }

    private void StateAssets()
    {
        var paid = ledger.Legs.Where(l => !l.IsCredit && l.Movement.Asset is not null && truth.IsSeen(l.Movement, credit: false)).ToList();
        foreach (var asset in paid.Select(l => l.Movement.Asset!).Distinct())
        {
            Fact(new Asset(asset, asset, "KZT"));
        }

        foreach (var leg in paid)
        {
            Fact(new CostLine(Id("c", leg), leg.Movement.Asset!, 0, leg.Movement.LineKind, Name(leg)));
        }
    }

    /// <summary>How the register names a row: by any of the statements that report it, or by account, day and amount where that fits one booking only.</summary>
    private RowReference Name(HiddenLeg leg)
    {
        var like = ledger.LegsOf(leg.Account).Count(l => l.Day == leg.Day && l.Minor == leg.Minor);
        if (like == 1 && random.Chance(30))
        {
            return new RowReference("", leg.Account.Id, leg.Day, leg.Minor);
        }

        if (leg.Account.HasExtractOnly)
        {
            return new RowReference(ExtractName(Extract.ToList().FindIndex(l => l.Movement == leg.Movement)));
        }

        var reports = Statements.Where(s => s.Rows.Contains(leg)).ToList();
        var report = random.Of(reports);
        return new RowReference(string.Create(CultureInfo.InvariantCulture, $"{report.Id}/{RowOf(report, leg)}"));
    }

    /// <summary>The extract's own id of a row.</summary>
    public static string ExtractName(int row) => "X" + (row + 1).ToString("d4", CultureInfo.InvariantCulture);

    private static int RowOf(CutStatement statement, HiddenLeg leg) => statement.Rows.ToList().FindIndex(l => ReferenceEquals(l, leg)) + 1;

    private static string Id(string prefix, HiddenLeg leg) => prefix + leg.Movement.Number.ToString("d4", CultureInfo.InvariantCulture);

    private void Fact(IFact fact, string document = Register) => rows.Add(new FactRow(fact, Hash(document), rows.Count + 1, 1));

    private PostingPage Page(CutStatement s)
    {
        var page = PostingPage.Allocate(Hash(s.Document), names, [s.Id], ["KZT"], s.Rows.Count);
        var balance = s.Opening;
        for (var i = 0; i < s.Rows.Count; i++)
        {
            var leg = s.Rows[i];
            page.Row[i] = i + 1;
            page.Account[i] = names.IndexOf(s.Account.Id);
            page.Counterparty[i] = names.IndexOf(Counterparty(leg));
            page.Minor[i] = leg.Minor;
            page.BookingDay[i] = page.ValueDay[i] = leg.Day.Number;
            page.Kind[i] = leg.Movement.Kind;
            page.EndToEndId[i] = leg.Movement.EndToEndId;
            page.Reference[i] = Reference(leg);
            balance += leg.Minor;
            page.Balance[i] = s.Account.HasBalances ? balance : PostingPage.NoBalance;
        }

        return page;
    }

    private PostingPage ExtractPage()
    {
        var page = PostingPage.Allocate(Hash(ExtractId), names, [ExtractId], ["KZT"], Extract.Count);
        for (var i = 0; i < Extract.Count; i++)
        {
            var m = Extract[i].Movement;
            page.Row[i] = i + 1;
            page.Account[i] = names.IndexOf(m.From?.Id ?? "");
            page.Counterparty[i] = names.IndexOf(m.To?.Id ?? "");
            page.Minor[i] = -m.Debit;
            page.CounterMinor[i] = m.Credit;
            page.BookingDay[i] = page.ValueDay[i] = Extract[i].Day.Number;
            page.EndToEndId[i] = m.EndToEndId;
            page.LocalId[i] = ExtractName(i);
        }

        return page;
    }
}
