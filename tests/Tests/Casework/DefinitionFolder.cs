using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace FinInvest.Graph.Tests.Casework;

/// <summary>Writes a definition case as the files a person would load: our folder format.</summary>
internal static class DefinitionFolder
{
    /// <summary>Day 0 of the cases, which count days.</summary>
    private static readonly DateOnly First = new(2020, 1, 1);

    public static void Write(JsonElement c, string folder)
    {
        var days = c.GetProperty("D").GetInt32();
        File(folder, "case.csv", "id,question,as_of,currencies", [$"case,Which part?,{Date(days)},KZT:2"]);
        File(folder, "accounts.csv", "id,currency", List(c, "accounts").Select(a => $"{a.Str("id")},{a.Str("ccy")}"));
        File(folder, "holders.csv", "account,party", List(c, "accounts").Select(a => $"{a.Str("id")},{a.Str("holder")}"));
        var victims = List(c, "episodes").Select(e => e.Str("victim"));
        File(folder, "parties.csv", "id,name", List(c, "accounts").Select(a => a.Str("holder")).Concat(victims).Distinct().Select(p => $"{p},{p}"));
        File(folder, "statements.csv", "id,account,from,to,opening,closing,ordered", List(c, "statements").Select(s =>
            $"{s.Str("id")},{s.Str("account")},{Date(s.Num("from"))},{Date(s.Num("to"))},{Amount(s, "opening")},{Amount(s, "closing")},{(s.GetProperty("ordered").GetBoolean() ? "yes" : "no")}"));
        Postings(c, folder);
        File(folder, "acts.csv", "id,name", List(c, "episodes").Select(e => e.Str("act")).Distinct().Select(a => $"{a},{a}"));
        File(folder, "episodes.csv", "id,act,victim,currency,amount,day", List(c, "episodes").Select((e, i) => $"{e.Str("id")},{e.Str("act")},{e.Str("victim")},{e.Str("ccy")},{Amount(e, "amount")},{Date(i)}"));
        File(folder, "proceeds.csv", "episode,row,amount,currency", List(c, "proceeds").Select(p => $"{p.Str("episode")},{p.Str("row")},{Amount(p, "amount")},KZT"));
        File(folder, "claimants.csv", "name,row", List(c, "claimants").Select(p => $"{p.Str("name")},{p.Str("row")}"));
        File(folder, "assets.csv", "id,name,currency", List(c, "assets").Select(x => $"{x.Str("id")},{x.Str("id")},{x.Str("ccy")}"));
        File(folder, "cost_lines.csv", "asset,acquisition,kind,row", List(c, "assets").SelectMany(x => List(x, "acq").SelectMany((q, i) =>
            List(q, "lines").Select(l => $"{x.Str("id")},{i},{l.Str("kind")},{l.Str("row")}"))));
    }

    /// <summary>One file a document. Expected numbers break ties by file name and we by hash, so a comment makes the hashes follow the names.</summary>
    private static void Postings(JsonElement c, string folder)
    {
        var at = 0;
        foreach (var file in List(c, "statements").Where(s => List(s, "rows").Any()).GroupBy(s => s.Str("file")).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var rows = file.SelectMany(s => List(s, "rows").Select(r => string.Join(',', s.Str("id"), r.Num("r"), s.Str("account"), Date(r.Num("day")), Date(r.Num("vday")), Amount(r, "amt"),
                r.Str("cp"), r.Str("ref"), r.Str("e2e"), r.Str("kind") is "pay" ? "payment" : r.Str("kind"))));
            var body = "statement,row,account,booking_day,value_day,amount,counterparty,reference,end_to_end_id,kind\n" + string.Join('\n', rows) + "\n";
            var text = Enumerable.Range(0, int.MaxValue).Select(salt => string.Create(CultureInfo.InvariantCulture, $"{body}# {salt}\n"))
                .First(t => SHA256.HashData(Encoding.UTF8.GetBytes(t))[0] == at);
            System.IO.File.WriteAllText(Path.Combine(folder, $"postings-{file.Key}.csv"), text);
            at++;
        }
    }

    private static void File(string folder, string name, string header, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count > 0)
        {
            System.IO.File.WriteAllText(Path.Combine(folder, name), header + "\n" + string.Join('\n', all) + "\n");
        }
    }

    private static string Date(int day) => First.AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    private static IEnumerable<JsonElement> List(JsonElement of, string name) => of.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];
    private static int Num(this JsonElement of, string name) => of.GetProperty(name).GetInt32();
    private static string Str(this JsonElement of, string name) => of.TryGetProperty(name, out var v) && v.ValueKind == JsonValueKind.String ? v.GetString()! : "";
    private static string Amount(JsonElement of, string name) => of.TryGetProperty(name, out var v) && v.ValueKind == JsonValueKind.Number ? Money.Format(v.GetInt64(), 2) : "";
}
