using System.Globalization;
using System.Text;
using FinInvest.Graph.Reconcile;

namespace FinInvest.Graph.Tests.Reconcile;

/// <summary>
/// Records of a small case, one document a statement or extract, named by its id. Rows are "day amount [counterparty] [key=value ...]" with keys
/// ref, e2e, v (value day), b (balance), t (instant), kind; extract rows are "day from>to amount[/credited] [key=value ...]" with b and cb for the balances.
/// </summary>
internal sealed class CaseRecords(int asOf = 100)
{
    private readonly List<FactRow> facts = [new(new CaseHeader("case", "1", "", "", new Day(asOf), [new Currency("KZT", 2)]), Hash("case"), 1)];
    private readonly List<SourceDocument> documents = [new(Hash("case"), "case", 0)];
    private readonly List<PostingPage> pages = [];
    private readonly List<Decision> decisions = [];
    private readonly List<string> names = [""];

    public static Sha256 Hash(string name) => Sha256.Of(Encoding.UTF8.GetBytes(name));

    public CaseRecords Account(string id, string currency = "KZT", bool complete = true) => Fact(new Account(id, currency, ExtractComplete: complete));

    public CaseRecords Fact(IFact fact, string document = "case")
    {
        facts.Add(new FactRow(fact, Hash(document), facts.Count + 1));
        return this;
    }

    public CaseRecords Decide(string kind, string subject, string value = "", long replaces = 0)
    {
        decisions.Add(new Decision(decisions.Count + 1, kind, subject, value, "A. Tester", new Day(1), "because", "", replaces));
        return this;
    }

    public CaseRecords Statement(string id, string account, int from, int to, long opening, long closing, string rows, bool ordered = true, int? rowCount = null, string? document = null)
    {
        document ??= id;
        AddDocument(document);
        Fact(new Statement(id, account, new Day(from), new Day(to), opening, closing, ordered, rowCount), document);
        var lines = Lines(rows);
        var page = PostingPage.Allocate(Hash(document), names, [id], ["KZT"], lines.Count);
        foreach (var (line, i) in lines.Select((l, i) => (l, i)))
        {
            page.Account[i] = Name(account);
            page.Minor[i] = Number(line[1]);
            page.Counterparty[i] = line.Length > 2 && !line[2].Contains('=', StringComparison.Ordinal) ? Name(line[2]) : 0;
            Keys(page, i, line);
        }

        pages.Add(page);
        return this;
    }

    public CaseRecords Extract(string id, string rows)
    {
        AddDocument(id);
        var lines = Lines(rows);
        var page = PostingPage.Allocate(Hash(id), names, [id], ["KZT"], lines.Count);
        foreach (var (line, i) in lines.Select((l, i) => (l, i)))
        {
            var sides = line[1].Split('>');
            var amounts = line[2].Split('/');
            page.Account[i] = Name(sides[0]);
            page.Counterparty[i] = Name(sides[1]);
            page.Minor[i] = -Number(amounts[0]);
            page.CounterMinor[i] = Number(amounts[^1]);
            Keys(page, i, line);
        }

        pages.Add(page);
        return this;
    }

    public CaseFacts Facts(IEnumerable<FactRow>? inOrder = null) => new(inOrder ?? facts, documents, decisions, new CaseVersion(1, decisions.Count));
    public IReadOnlyList<PostingPage> Pages => pages;
    public Reconciliation Build() => LedgerBuilder.Build(Facts(), pages);

    private void AddDocument(string name)
    {
        if (!documents.Exists(d => d.Name == name))
        {
            documents.Add(new SourceDocument(Hash(name), name, 0));
        }
    }

    private static void Keys(PostingPage page, int i, string[] line)
    {
        page.Row[i] = i + 1;
        page.BookingDay[i] = page.ValueDay[i] = (int)Number(line[0]);
        foreach (var (key, value) in line.Where(w => w.Contains('=', StringComparison.Ordinal)).Select(w => (w.Split('=')[0], w.Split('=')[1])))
        {
            switch (key)
            {
                case "ref": page.Reference[i] = value; break;
                case "e2e": page.EndToEndId[i] = value; break;
                case "id": page.LocalId[i] = value; break;
                case "v": page.ValueDay[i] = (int)Number(value); break;
                case "t": page.Instant[i] = Number(value); break;
                case "b": page.Balance[i] = Number(value); break;
                case "cb": page.CounterBalance[i] = Number(value); break;
                case "kind": page.Kind[i] = Enum.Parse<PostingKind>(value); break;
                case "origin": page.Origin[i] = Enum.Parse<PostingOrigin>(value); break;
                default: throw new ArgumentException(key);
            }
        }
    }

    private int Name(string name)
    {
        var at = names.IndexOf(name);
        if (at < 0)
        {
            at = names.Count;
            names.Add(name);
        }

        return at;
    }

    private static List<string[]> Lines(string rows) =>
        [.. rows.Split(['\n', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
