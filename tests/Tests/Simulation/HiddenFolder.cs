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
                document.Select(s => $"{s.Id},{s.Account.Id},{s.Period.From},{s.Period.To},{Amount(s.Opening)},{Amount(s.Closing)},KZT,yes"));
            Table(folder, $"postings-{document.Key}.csv", "statement,row,account,booking_day,amount,currency,counterparty,reference,end_to_end_id,kind,balance", document.SelectMany(Rows));
        }

        if (records.Extract.Count > 0)
        {
            var folder = Directory.CreateDirectory(Path.Combine(root, HiddenRecords.ExtractId)).FullName;
            folders.Add(folder);
            Table(folder, $"transfers-{HiddenRecords.ExtractId}.csv", "id,from,to,amount,currency,booking_day,end_to_end_id", records.Extract.Select((l, i) => string.Create(CultureInfo.InvariantCulture,
                $"{HiddenRecords.ExtractName(i)},{l.Movement.From?.Id},{l.Movement.To?.Id},{Amount(l.Movement.Debit)},KZT,{l.Day},{l.Movement.EndToEndId}")));
        }

        return [.. folders];
    }

    private static void WriteRegister(HiddenRecords records, string folder)
    {
        Facts<CaseHeader>("case.csv", "id,number,question,preparer,as_of,currencies", h => $"{h.Id},{h.Number},How much?,A. Tester,{h.AsOf},KZT:2");
        Facts<Account>("accounts.csv", "id,currency,institution", a => $"{a.Id},{a.Currency},{a.Institution}");
        Table(folder, "parties.csv", "id,name", records.Rows.Select(r => r.Fact).OfType<Episode>().Select(e => $"{e.Victim},{e.Victim}").Distinct().Order(StringComparer.Ordinal).ToList());
        Facts<Act>("acts.csv", "id,name", a => $"{a.Id},{a.Name}");
        Facts<Episode>("episodes.csv", "id,act,victim,currency,amount,day", e => $"{e.Id},{e.Act},{e.Victim},KZT,{Amount(e.Minor)},{e.Day}");
        Facts<Proceeds>("proceeds.csv", "id,episode,row,row_account,row_day,row_amount,amount", p => $"{p.Id},{p.Episode},{Reference(p.Row!)},{Amount(p.Minor)}");
        Facts<OtherClaimant>("claimants.csv", "id,name,row,row_account,row_day,row_amount", c => $"{c.Id},{c.Name},{Reference(c.Row)}");
        Facts<Asset>("assets.csv", "id,name,currency", a => $"{a.Id},{a.Name},KZT");
        Facts<CostLine>("cost_lines.csv", "id,asset,kind,row,row_account,row_day,row_amount", c => $"{c.Id},{c.Asset},{c.Kind},{Reference(c.Row!)}");

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
            yield return string.Create(CultureInfo.InvariantCulture, $"{s.Id},{i + 1},{s.Account.Id},{leg.Day},{Amount(leg.Minor)},KZT,{HiddenRecords.Counterparty(leg)},{HiddenRecords.Reference(leg)},")
                + $"{leg.Movement.EndToEndId},{Word(leg.Movement.Kind)},{(s.Account.HasBalances ? Amount(balance) : "")}";
        }
    }

    private static string Word(PostingKind kind) => kind switch { PostingKind.Fee => "fee", PostingKind.Interest => "interest", _ => "payment" };

    private static string Reference(RowReference row) => row.IsById ? row.Id + ",,," : $",{row.Account},{row.Day},{Amount(row.Minor)}";

    private static string Amount(long? minor) => minor is { } m ? Money.Format(m, 2) : "";

    private static void Table(string folder, string file, string header, IEnumerable<string> lines) =>
        File.WriteAllText(Path.Combine(folder, file), string.Join('\n', lines.Prepend(header)) + "\n", new UTF8Encoding(false));
}
