using System.Globalization;

namespace FinInvest.Graph.Tests.Simulation;

/// <summary>What the case says about the rows: claims, assets, reversals, links, rates. A fact is stated where a row tells of it.</summary>
internal sealed partial class HiddenRecords
{
    /// <summary>Currency of what each reversal undoes, by the fact's id.</summary>
    public Dictionary<string, string> UndoneIn { get; } = new(StringComparer.Ordinal);

    private void State()
    {
        Fact(new CaseHeader("case", "S-1", "", "", ledger.AsOf, Currencies));
        foreach (var account in ledger.Accounts)
        {
            Fact(new Account(account.Id, account.Currency, account.Bank));
        }

        foreach (var s in Statements)
        {
            Fact(new Statement(s.Id, s.Account.Id, s.Period.From, s.Period.To, s.Opening, s.Closing, s.Account.HasOrder || s.Account.HasBalances, random.Chance(50) ? s.Rows.Count : null), s.Document);
        }

        foreach (var (currency, (p, q)) in ledger.Rates)
        {
            Fact(new ReferenceRate(currency, currency, p, q));
        }

        StateClaims();
        StateAssets();
        StateUndoing();
    }

    private void StateClaims()
    {
        var charged = ledger.Legs.Where(l => l.IsCredit && l.Movement.Claim is not null && truth.IsSeen(l.Movement, credit: true)).ToList();
        static string Episode(HiddenLeg l) => $"E{(l.Movement is { Claim: "A1:V1", Number: var n } && n % 2 == 1 ? 4 : Array.IndexOf(HiddenTruth.Claims, "K:" + l.Movement.Claim) + 1)}"
            + (l.Account.Currency == HiddenAccount.Home ? "" : l.Account.Currency);
        string[] claims = ["A1:V1", "A2:V1", "A1:V2", "A1:V1"];
        foreach (var (id, currency, number) in Currencies.SelectMany((c, i) => claims.Select((_, e) => ($"E{e + 1}" + (i == 0 ? "" : c.Code), c.Code, (i * claims.Length) + e))))
        {
            var claim = claims[number % claims.Length].Split(':');
            Fact(new Episode(id, claim[0], claim[1], currency, charged.Where(l => Episode(l) == id).Sum(l => l.Movement.Named), new Day(1 + number)));
        }

        Fact(new Act("A1", "A1"));
        Fact(new Act("A2", "A2"));
        foreach (var leg in charged)
        {
            var whole = leg.Movement.Named == leg.Movement.Credit && random.Chance(50);
            Fact(new Proceeds(Id("p", leg), Episode(leg), Name(leg), whole ? null : leg.Movement.Named));
        }

        foreach (var leg in ledger.Legs.Where(l => l.IsCredit && l.Movement.Claimant is not null && truth.IsSeen(l.Movement, credit: true)))
        {
            Fact(new OtherClaimant(Id("t", leg), Name(leg), leg.Movement.Claimant!));
        }
    }

    private void StateAssets()
    {
        var paid = ledger.Legs.Where(l => !l.IsCredit && l.Movement.Bought is not null && truth.IsSeen(l.Movement, credit: false)).ToList();
        foreach (var asset in paid.Select(l => l.Movement.Bought!).DistinctBy(b => b.Asset))
        {
            Fact(new Asset(asset.Asset, asset.Asset, asset.Currency));
        }

        foreach (var leg in paid)
        {
            Fact(new CostLine(Id("c", leg), leg.Movement.Bought!.Asset, leg.Movement.Bought.Index, leg.Movement.LineKind, Name(leg), leg.Movement.LineMinor));
        }

        foreach (var bought in paid.Select(l => l.Movement.Bought!).Distinct().Where(b => b.Loan > 0))
        {
            Fact(new CostLine("loan-" + bought.Key, bought.Asset, bought.Index, "loan", null, bought.Loan, bought.Begun));
        }

        foreach (var leg in ledger.Legs.Where(l => l.IsCredit && l.Movement.Sold is { } sold && truth.Known.Contains(sold.Key) && truth.IsSeen(l.Movement, credit: true)))
        {
            Fact(new AssetSale(Id("s", leg), leg.Movement.Sold!.Asset, leg.Movement.Sold.Index, Name(leg)));
        }
    }

    private void StateUndoing()
    {
        var seen = ledger.Legs.Where(l => l.IsCredit ? truth.IsSeen(l.Movement, true) : truth.IsSeen(l.Movement, false)).ToList();
        var sides = seen.ToLookup(l => l.Movement, ReferenceEqualityComparer.Instance as IEqualityComparer<HiddenMovement>);
        foreach (var (m, undone) in seen.Select(l => l.Movement).Distinct(ReferenceEqualityComparer.Instance).Cast<HiddenMovement>().Where(m => m.Undoes is not null).Select(m => (m, m.Undoes!)))
        {
            if (sides.Contains(undone))
            {
                var whole = m.Undone == m.Debit && m.From is not null && random.Chance(50);
                var id = "r" + m.Number.ToString("d5", CultureInfo.InvariantCulture);
                UndoneIn[id] = (m.From ?? m.To!).Currency;
                Fact(new Reversal(id, Name(random.Of(sides[m].ToList()), byId: true), Name(random.Of(sides[undone].ToList()), byId: true), whole && truth.IsSeen(m, false) ? null : m.Undone));
            }
        }

        foreach (var leg in seen.Where(l => l.IsCredit && l.Movement.Linked.Any(t => truth.Known.Contains(t.Key))))
        {
            Fact(new CoordinationLink(Id("l", leg), [Name(leg, byId: true)], [.. leg.Movement.Linked.Where(t => truth.Known.Contains(t.Key)).Select(t => t.Key)], "agreed with the purchase"));
        }
    }

    /// <summary>How the register names a row: by any of the statements that report it, or by account, day and amount where that fits one booking only.</summary>
    private RowReference Name(HiddenLeg leg, bool byId = false)
    {
        var like = ledger.LegsOf(leg.Account).Count(l => l.Day == leg.Day && l.Minor == leg.Minor);
        if (like == 1 && !byId && random.Chance(30))
        {
            return new RowReference("", leg.Account.Id, leg.Day, leg.Minor);
        }

        if (leg.Account.HasExtractOnly)
        {
            return new RowReference(ExtractName(inExtract[leg.Movement]));
        }

        var (statement, row) = random.Of(reports[leg].ToList());
        return new RowReference(string.Create(CultureInfo.InvariantCulture, $"{statement.Id}/{row}"));
    }

    /// <summary>The extract's own id of a row.</summary>
    public static string ExtractName(int row) => "X" + (row + 1).ToString("d4", CultureInfo.InvariantCulture);

    private static string Id(string prefix, HiddenLeg leg) => prefix + leg.Movement.Number.ToString("d5", CultureInfo.InvariantCulture);

    private void Fact(IFact fact, string document = Register) => rows.Add(new FactRow(fact, Hash(document), rows.Count + 1, 1));
}
