using System.Globalization;
using System.Text;
using System.Text.Json;

namespace FinInvest.Graph.Tests.Cases;

/// <summary>Turns the JSON of a definition case into facts and pages.</summary>
internal sealed class DefinitionCaseReader
{
    private readonly JsonElement c;
    private readonly int exponent;
    private readonly Dictionary<string, SourceDocument> files = new(StringComparer.Ordinal);
    private readonly List<string> names = [""];
    private readonly Dictionary<string, int> nameIndex = new(StringComparer.Ordinal) { [""] = 0 };
    private readonly List<string> currencies;
    private readonly Dictionary<string, byte> currencyOf;
    private readonly List<FactRow> rows = [];

    public DefinitionCaseReader(JsonElement c, int exponent)
    {
        this.c = c;
        this.exponent = exponent;
        var fileNames = List("statements").Select(s => Text(s, "file")).Concat(List("extracts").Select(e => ExtractFile(e))).Append("case.json")
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        for (var i = 0; i < fileNames.Count; i++)
        {
            // Hash order = file name order, since the expected numbers break ties by file name.
            var hash = new Sha256(i.ToString("x6", CultureInfo.InvariantCulture) + Sha256.Of(Encoding.UTF8.GetBytes(fileNames[i])).Hex[6..]);
            files[fileNames[i]] = new SourceDocument(hash, fileNames[i], 0);
        }

        currencies = [.. List("accounts").Select(a => Text(a, "ccy")).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        currencyOf = List("accounts").ToDictionary(a => Text(a, "id"), a => (byte)currencies.IndexOf(Text(a, "ccy")), StringComparer.Ordinal);
    }

    public CaseFacts Facts()
    {
        rows.Clear();
        Add(new CaseHeader("case", Text(c, "id"), "", "", new Day(Int(c, "D")), [.. currencies.Select(k => new Currency(k, exponent))]));
        AddAccounts();
        AddRegister();
        AddAssets();
        AddEvidence();
        return new CaseFacts(rows, [.. files.Values], [], new CaseVersion(1, 0));
    }

    /// <summary>The facts as they were read last, in the order of the file.</summary>
    public IReadOnlyList<FactRow> Rows => rows;

    public IReadOnlyList<PostingPage> Pages() =>
        [.. List("statements").Where(s => s.GetProperty("rows").GetArrayLength() > 0).Select(StatementPage), .. List("extracts").Where(e => ExtractRows(e).Any()).Select(ExtractPage)];

    private void AddAccounts()
    {
        foreach (var a in List("accounts"))
        {
            Add(new Account(Text(a, "id"), Text(a, "ccy"), ExtractComplete: !a.TryGetProperty("extract_ok", out var ok) || ok.ValueKind != JsonValueKind.False));
            if (Text(a, "holder") is { Length: > 0 } holder)
            {
                Add(new AccountHolder("h:" + Text(a, "id"), Text(a, "id"), holder));
            }
        }

        foreach (var p in List("accounts").Select(a => Text(a, "holder")).Where(h => h.Length > 0).Distinct(StringComparer.Ordinal))
        {
            Add(new Party(p, p, "person"));
        }

        foreach (var s in List("statements"))
        {
            Add(new Statement(Text(s, "id"), Text(s, "account"), new Day(Int(s, "from")), new Day(Int(s, "to")), Long(s, "opening"), Long(s, "closing"),
                !s.TryGetProperty("ordered", out var o) || o.ValueKind != JsonValueKind.False), Text(s, "file"));
        }

        foreach (var rate in c.GetProperty("rates").EnumerateObject())
        {
            Add(new ReferenceRate("rate:" + rate.Name, rate.Name, rate.Value[0].GetInt64(), rate.Value[1].GetInt64()));
        }
    }

    private void AddRegister()
    {
        foreach (var act in List("episodes").Select(e => Text(e, "act")).Distinct(StringComparer.Ordinal))
        {
            Add(new Act(act, act));
        }

        // A register orders episodes by day; here the list's order is the register's order.
        foreach (var (e, i) in List("episodes").Select((e, i) => (e, i)))
        {
            Add(new Episode(Text(e, "id"), Text(e, "act"), Text(e, "victim"), Text(e, "ccy"), Long(e, "amount") ?? 0, new Day(i)));
        }

        foreach (var (p, i) in List("proceeds").Select((p, i) => (p, i)))
        {
            Add(new Proceeds(Id("p", i), Text(p, "episode"), Row(p, "row"), Long(p, "amount")));
        }

        foreach (var (p, i) in List("cash_proceeds").Select((p, i) => (p, i)))
        {
            Add(new Proceeds(Id("q", i), Text(p, "episode"), null, Long(p, "amount"), new Day(Int(p, "day"))));
        }

        foreach (var (p, i) in List("claimants").Select((p, i) => (p, i)))
        {
            Add(new OtherClaimant(Id("t", i), Row(p, "row")!, Text(p, "name")));
        }

        foreach (var (p, i) in List("reversals").Select((p, i) => (p, i)))
        {
            Add(new Reversal(Id("r", i), Row(p, "row")!, Row(p, "of")!, Long(p, "amount")));
        }

        foreach (var (p, i) in List("links").Select((p, i) => (p, i)))
        {
            Add(new CoordinationLink(Id("l", i), [.. Strings(p, "credits").Select(r => new RowReference(r))], [.. Strings(p, "targets")], Text(p, "reason")));
        }
    }

    private void AddAssets()
    {
        foreach (var x in List("assets"))
        {
            var id = Text(x, "id");
            Add(new Asset(id, id, Text(x, "ccy"), Value: Long(x, "value"), ValueDay: new Day(Int(c, "D")), Recovered: Long(x, "recovered") ?? 0));
            foreach (var (acquisition, i) in x.GetProperty("acq").EnumerateArray().Select((q, i) => (q, i)))
            {
                foreach (var (line, j) in acquisition.GetProperty("lines").EnumerateArray().Select((l, j) => (l, j)))
                {
                    var loan = Long(line, "loan");
                    var key = string.Create(CultureInfo.InvariantCulture, $"{id}#{i}.{j:d2}");
                    Add(new CostLine(key, id, i, loan is null ? Text(line, "kind") : "loan", loan is null ? Row(line, "row") : null, loan,
                        line.TryGetProperty("day", out _) ? new Day(Int(line, "day")) : default));
                }

                if (Row(acquisition, "sold_row") is { } sold)
                {
                    Add(new AssetSale(string.Create(CultureInfo.InvariantCulture, $"{id}#{i}"), id, i, sold));
                }
                else if (acquisition.TryGetProperty("sold", out var exchanged) && exchanged.ValueKind is not (JsonValueKind.Null or JsonValueKind.False))
                {
                    Add(new AssetSale(string.Create(CultureInfo.InvariantCulture, $"{id}#{i}"), id, i, null));
                }
            }
        }
    }

    private void AddEvidence()
    {
        foreach (var g in List("groups"))
        {
            Add(new RootSource(Text(g, "id"), Text(g, "id"), Text(g, "r")));
        }

        foreach (var z in List("items"))
        {
            var used = !z.TryGetProperty("use", out var use) || use.ValueKind != JsonValueKind.False;
            Add(new EvidenceItem(Text(z, "id"), Text(z, "group"), "", Text(z, "c"), [.. Strings(z, "supports")], [.. Strings(z, "contradicts")], used ? ["court"] : []));
        }
    }

    private PostingPage StatementPage(JsonElement s)
    {
        var page = PostingPage.Allocate(files[Text(s, "file")].Hash, names, [Text(s, "id")], currencies, s.GetProperty("rows").GetArrayLength());
        foreach (var (row, i) in s.GetProperty("rows").EnumerateArray().Select((row, i) => (row, i)))
        {
            page.Account[i] = NameIndex(Text(s, "account"));
            page.Counterparty[i] = NameIndex(Text(row, "cp"));
            page.Minor[i] = Long(row, "amt")!.Value;
            page.Currency[i] = currencyOf[Text(s, "account")];
            Common(page, i, row);
        }

        return page;
    }

    private PostingPage ExtractPage(JsonElement e)
    {
        var extract = ExtractRows(e).ToList();
        var page = PostingPage.Allocate(files[ExtractFile(e)].Hash, names, [e.TryGetProperty("id", out _) ? Text(e, "id") : "extract"], currencies, extract.Count);
        foreach (var (row, i) in extract.Select((row, i) => (row, i)))
        {
            page.Account[i] = NameIndex(Text(row, "from"));
            page.Counterparty[i] = NameIndex(Text(row, "to"));
            page.Minor[i] = -Long(row, "amt")!.Value;
            page.CounterMinor[i] = Long(row, "amt2") ?? Long(row, "amt")!.Value;
            page.Currency[i] = currencyOf.GetValueOrDefault(Text(row, "from"));
            page.CounterCurrency[i] = currencyOf.GetValueOrDefault(Text(row, "to"));
            Common(page, i, row);
        }

        return page;
    }

    private static void Common(PostingPage page, int i, JsonElement row)
    {
        page.Row[i] = Int(row, "r");
        page.BookingDay[i] = Int(row, "day");
        page.ValueDay[i] = row.TryGetProperty("vday", out _) ? Int(row, "vday") : Int(row, "day");
        page.Instant[i] = Long(row, "t") ?? Instant.None;
        page.Kind[i] = Text(row, "kind") switch
        {
            "fee" => PostingKind.Fee,
            "interest" or "income" => PostingKind.Interest,
            "cash" => PostingKind.Cash,
            _ => PostingKind.Payment,
        };
        page.Reference[i] = Text(row, "ref") is { Length: > 0 } reference ? reference : null;
        page.EndToEndId[i] = Text(row, "e2e") is { Length: > 0 } id ? id : null;
    }

    private void Add(IFact fact, string file = "case.json") => rows.Add(new FactRow(fact, files[file].Hash, rows.Count + 1, 1));

    private int NameIndex(string name)
    {
        if (!nameIndex.TryGetValue(name, out var i))
        {
            nameIndex[name] = i = names.Count;
            names.Add(name);
        }

        return i;
    }

    private IEnumerable<JsonElement> List(string key) => c.TryGetProperty(key, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];

    private static IEnumerable<JsonElement> ExtractRows(JsonElement e) => e.TryGetProperty("rows", out var list) ? list.EnumerateArray() : [e];

    private static string ExtractFile(JsonElement e) => e.TryGetProperty("file", out _) ? Text(e, "file") : "extract";

    private static IEnumerable<string> Strings(JsonElement e, string key) => e.TryGetProperty(key, out var list) ? list.EnumerateArray().Select(v => v.GetString()!) : [];

    private static RowReference? Row(JsonElement e, string key) => Text(e, key) is { Length: > 0 } id ? new RowReference(id) : null;

    private static string Id(string prefix, int i) => prefix + i.ToString("d4", CultureInfo.InvariantCulture);

    private static string Text(JsonElement e, string key) => !e.TryGetProperty(key, out var v) || v.ValueKind == JsonValueKind.Null ? ""
        : v.ValueKind == JsonValueKind.String ? v.GetString()! : v.GetRawText();

    private static int Int(JsonElement e, string key) => e.GetProperty(key).GetInt32();

    private static long? Long(JsonElement e, string key) => e.TryGetProperty(key, out var v) && v.ValueKind == JsonValueKind.Number ? v.GetInt64() : null;
}
