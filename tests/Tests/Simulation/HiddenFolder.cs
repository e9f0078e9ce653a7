using System.Globalization;
using System.Text;

namespace FinInvest.Graph.Tests.Simulation;

/// <summary>Writes a simulated case in the folder format: one folder for the register, one for each document of a bank.</summary>
internal static class HiddenFolder
{
    /// <returns>The folders written, the register's first.</returns>
    public static string[] Write(HiddenRecords records, string root)
    {
        var folders = new List<string> { Directory.CreateDirectory(Path.Combine(root, "register")).FullName };
        WriteRegister(records, folders[0]);
        foreach (var document in records.Statements.GroupBy(s => s.Document, StringComparer.Ordinal))
        {
            var folder = Directory.CreateDirectory(Path.Combine(root, document.Key)).FullName;
            folders.Add(folder);
            Table(folder, $"statements-{document.Key}.csv", "id,account,from,to,opening,closing,currency,ordered",
                document.Select(s => $"{s.Id},{s.Account.Id},{s.Period.From},{s.Period.To},{Amount(s.Opening, s.Account.Currency)},{Amount(s.Closing, s.Account.Currency)},{s.Account.Currency},{(s.Account.HasOrder || s.Account.HasBalances ? "yes" : "no")}"));
            Table(folder, $"postings-{document.Key}.csv", "statement,row,account,booking_day,amount,currency,counterparty,reference,end_to_end_id,kind,balance", document.SelectMany(Rows));
        }

        if (records.Extract.Count > 0)
        {
            var folder = Directory.CreateDirectory(Path.Combine(root, HiddenRecords.ExtractId)).FullName;
            folders.Add(folder);
            Table(folder, $"transfers-{HiddenRecords.ExtractId}.csv", "id,from,to,amount,currency,amount_credited,currency_credited,booking_day,end_to_end_id", records.Extract.Select((l, i) => string.Create(CultureInfo.InvariantCulture,
                $"{HiddenRecords.ExtractName(i)},{l.Movement.From?.Id},{l.Movement.To?.Id},{Amount(l.Movement.Debit, From(l))},{From(l)},{Amount(l.Movement.Credit, To(l))},{To(l)},{l.Day},{l.Movement.EndToEndId}")));
        }

        return [.. folders];
    }

    private static void WriteRegister(HiddenRecords records, string folder)
    {
        var episodes = records.Rows.Select(r => r.Fact).OfType<Episode>().ToDictionary(e => e.Id, e => e.Currency, StringComparer.Ordinal);
        var assets = records.Rows.Select(r => r.Fact).OfType<Asset>().ToDictionary(a => a.Id, a => a.Currency, StringComparer.Ordinal);
        var accounts = records.Rows.Select(r => r.Fact).OfType<Account>().ToDictionary(a => a.Id, a => a.Currency, StringComparer.Ordinal);
        string CurrencyOf(string account) => accounts.GetValueOrDefault(account, HiddenAccount.Home);
        Facts<CaseHeader>("case.csv", "id,number,question,preparer,as_of,currencies", h => $"{h.Id},{h.Number},How much?,A. Tester,{h.AsOf},{string.Join(';', h.Currencies.Select(c => $"{c.Code}:{c.Exponent}"))}");
        Facts<Account>("accounts.csv", "id,currency,institution", a => $"{a.Id},{a.Currency},{a.Institution}");
        Table(folder, "parties.csv", "id,name", records.Rows.Select(r => r.Fact).OfType<Episode>().Select(e => $"{e.Victim},{e.Victim}").Distinct().Order(StringComparer.Ordinal).ToList());
        Facts<Act>("acts.csv", "id,name", a => $"{a.Id},{a.Name}");
        Facts<Episode>("episodes.csv", "id,act,victim,currency,amount,day", e => $"{e.Id},{e.Act},{e.Victim},{e.Currency},{Amount(e.Minor, e.Currency)},{e.Day}");
        Facts<Proceeds>("proceeds.csv", "id,episode,row,row_account,row_day,row_amount,amount,currency", p => $"{p.Id},{p.Episode},{Reference(p.Row!, episodes[p.Episode])},{Amount(p.Minor, episodes[p.Episode])},{episodes[p.Episode]}");
        Facts<OtherClaimant>("claimants.csv", "id,name,row,row_account,row_day,row_amount", c => $"{c.Id},{c.Name},{Reference(c.Row, CurrencyOf(c.Row.Account))}");
        Facts<Asset>("assets.csv", "id,name,currency", a => $"{a.Id},{a.Name},{a.Currency}");
        Facts<CostLine>("cost_lines.csv", "id,asset,acquisition,kind,row,row_account,row_day,row_amount,amount,day,currency", c => $"{c.Id},{c.Asset},{c.Acquisition},{c.Kind},"
            + $"{Reference(c.Row, assets[c.Asset])},{Amount(c.Minor, assets[c.Asset])},{(c.Row is null ? c.Day : "")},{assets[c.Asset]}");
        Facts<AssetSale>("sales.csv", "id,asset,acquisition,row,row_account,row_day,row_amount", s => $"{s.Id},{s.Asset},{s.Acquisition},{Reference(s.Row, CurrencyOf(s.Row!.Account))}");
        Facts<Reversal>("reversals.csv", "id,row,of,amount,currency", r => $"{r.Id},{r.Row.Id},{r.Of.Id},{Amount(r.Minor, records.UndoneIn[r.Id])},{records.UndoneIn[r.Id]}");
        Facts<CoordinationLink>("links.csv", "id,credits,targets,reason", l => $"{l.Id},{string.Join(';', l.Credits.Select(c => c.Id))},{string.Join(';', l.Targets)},{l.Reason}");
        Facts<ReferenceRate>("rates.csv", "id,currency,p,q", r => string.Create(CultureInfo.InvariantCulture, $"{r.Id},{r.Currency},{r.P},{r.Q}"));

        void Facts<T>(string file, string header, Func<T, string> line) where T : IFact
        {
            var facts = records.Rows.Select(r => r.Fact).OfType<T>().Select(line).ToList();
            if (facts.Count > 0)
            {
                Table(folder, file, header, facts);
            }
        }
    }

    private static IEnumerable<string> Rows(CutStatement s)
    {
        var balance = s.Opening;
        for (var i = 0; i < s.Rows.Count; i++)
        {
            var leg = s.Rows[i];
            balance += leg.Minor;
            yield return string.Create(CultureInfo.InvariantCulture, $"{s.Id},{i + 1},{s.Account.Id},{leg.Day},{Amount(leg.Minor, s.Account.Currency)},{s.Account.Currency},{HiddenRecords.Counterparty(leg)},{HiddenRecords.Reference(leg)},")
                + $"{leg.Movement.EndToEndId},{Word(leg.Movement.Kind)},{(s.Account.HasBalances ? Amount(balance, s.Account.Currency) : "")}";
        }
    }

    private static string Word(PostingKind kind) => kind switch
    {
        PostingKind.Fee => "fee",
        PostingKind.Interest => "interest",
        PostingKind.Cash => "cash",
        PostingKind.Exchange => "exchange",
        _ => "payment",
    };

    private static string From(HiddenLeg leg) => (leg.Movement.From ?? leg.Movement.To)!.Currency;

    private static string To(HiddenLeg leg) => (leg.Movement.To ?? leg.Movement.From)!.Currency;

    private static string Reference(RowReference? row, string currency) => row is null ? ",,," : row.IsById ? row.Id + ",,," : $",{row.Account},{row.Day},{Amount(row.Minor, currency)}";

    private static string Amount(long? minor, string currency) => minor is { } m ? Money.Format(m, HiddenRecords.Currencies.First(c => c.Code == currency).Exponent) : "";

    private static void Table(string folder, string file, string header, IEnumerable<string> lines) =>
        File.WriteAllText(Path.Combine(folder, file), string.Join('\n', lines.Prepend(header)) + "\n", new UTF8Encoding(false));
}
