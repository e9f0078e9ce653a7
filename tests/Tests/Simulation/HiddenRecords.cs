using System.Globalization;
using System.Text;

namespace FinInvest.Graph.Tests.Simulation;

/// <summary>The documents of a simulated case as the product loads them: facts of the register, statements, rows.</summary>
internal sealed partial class HiddenRecords
{
    public const string ExtractId = "extract-1";
    public static readonly IReadOnlyList<Currency> Currencies = [new(HiddenAccount.Home, 2), new("USD", 2), new("JPY", 0)];
    private const string Register = "register";
    private static readonly string[] CurrencyCodes = [.. Currencies.Select(c => c.Code)];
    private readonly HiddenLedger ledger;
    private readonly HiddenTruth truth;
    private readonly SplitMix64 random;
    private readonly List<string> names = [""];
    private readonly Dictionary<string, int> nameIndex;
    private readonly List<FactRow> rows = [];

    /// <summary>Statement and row of each report of a leg.</summary>
    private readonly ILookup<HiddenLeg, (CutStatement Statement, int Row)> reports;
    private readonly Dictionary<HiddenMovement, int> inExtract = new(ReferenceEqualityComparer.Instance);

    public HiddenRecords(HiddenTruth truth)
    {
        this.truth = truth;
        ledger = truth.Hidden;
        random = new SplitMix64(ledger.Seed ^ 0x5265_636F_7264_73);
        Statements = StatementCutter.Cut(ledger);
        Extract = [.. ledger.Legs.Where(l => l.IsCredit == (l.Movement.From is null) && (l.Movement.From is { HasExtractOnly: true } || l.Movement.To is { HasExtractOnly: true }))];
        names.AddRange(ledger.Accounts.Select(a => a.Id));
        names.AddRange(ledger.Legs.Select(l => l.Movement.Outsider).Where(n => n.Length > 0).Distinct().Order(StringComparer.Ordinal));
        nameIndex = names.Index().ToDictionary(n => n.Item, n => n.Index, StringComparer.Ordinal);
        reports = Statements.SelectMany(s => s.Rows.Select((leg, i) => (Leg: leg, Report: (s, i + 1)))).ToLookup(r => r.Leg, r => r.Report, ReferenceEqualityComparer.Instance as IEqualityComparer<HiddenLeg>);
        foreach (var (i, leg) in Extract.Index())
        {
            inExtract[leg.Movement] = i;
        }

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
    public static string Counterparty(HiddenLeg leg) => leg.Other is not null && (leg.IsCredit ? leg.Movement.NamedOnCredit : leg.Movement.NamedOnDebit) ? leg.Other.Id : leg.Movement.Outsider;

    public static string? Reference(HiddenLeg leg) => leg.Account.HasReferences ? string.Create(CultureInfo.InvariantCulture, $"{leg.Account.Bank}/{leg.Movement.Number}{(leg.IsCredit ? "C" : "D")}") : null;

    private PostingPage Page(CutStatement s)
    {
        var page = PostingPage.Allocate(Hash(s.Document), names, [s.Id], CurrencyCodes, s.Rows.Count);
        var balance = s.Opening;
        for (var i = 0; i < s.Rows.Count; i++)
        {
            var leg = s.Rows[i];
            page.Row[i] = i + 1;
            page.Account[i] = nameIndex[s.Account.Id];
            page.Counterparty[i] = nameIndex[Counterparty(leg)];
            page.Minor[i] = leg.Minor;
            page.BookingDay[i] = page.ValueDay[i] = leg.Day.Number;
            page.Currency[i] = CurrencyOf(s.Account);
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
        var page = PostingPage.Allocate(Hash(ExtractId), names, [ExtractId], CurrencyCodes, Extract.Count);
        for (var i = 0; i < Extract.Count; i++)
        {
            var m = Extract[i].Movement;
            page.Row[i] = i + 1;
            page.Account[i] = nameIndex[m.From?.Id ?? ""];
            page.Counterparty[i] = nameIndex[m.To?.Id ?? ""];
            page.Minor[i] = -m.Debit;
            page.CounterMinor[i] = m.Credit;
            page.BookingDay[i] = page.ValueDay[i] = Extract[i].Day.Number;
            page.Currency[i] = CurrencyOf(m.From ?? m.To!);
            page.CounterCurrency[i] = CurrencyOf(m.To ?? m.From!);
            page.EndToEndId[i] = m.EndToEndId;
            page.LocalId[i] = ExtractName(i);
        }

        return page;
    }

    private static byte CurrencyOf(HiddenAccount account) => (byte)Array.IndexOf(CurrencyCodes, account.Currency);
}
