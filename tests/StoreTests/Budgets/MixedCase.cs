using System.Globalization;
using System.Text;
using FinInvest.Graph.Store;

namespace FinInvest.Graph.StoreTests.Budgets;

/// <summary>
/// An invented case by seed: an extract of transfers among three groups of accounts, a second extract that repeats some rows, accounts with statements of their own whose rows are
/// paired by ids, days and names, two that only an id joins, an account with printed balances; proceeds, two assets, a reversal, another claimant. Money goes from the first group to the others and never from the third to another.
/// </summary>
internal sealed class MixedCase(int seed)
{
    private const int GroupSize = 30;
    private readonly List<Line> extract = [];
    private readonly List<Line> repeated = [];
    private readonly List<(string Account, List<Line> Lines, long Opening)> statements = [];
    private readonly List<Line> chained = [];
    private readonly List<IFact> facts = [];
    private ulong state = (ulong)seed + 1;

    public int Rows => extract.Count + repeated.Count + chained.Count + statements.Sum(s => s.Lines.Count);

    /// <summary>Makes the case and loads it.</summary>
    public async Task LoadAsync(ICaseGraph graph, IVault vault)
    {
        Make();
        await using var load = await graph.BeginLoadAsync(default);
        await AppendAsync(load, vault, "extract.csv", "extract", extract);
        await AppendAsync(load, vault, "again.csv", "again", repeated);
        await AppendAsync(load, vault, "chained.csv", "chained", chained);
        foreach (var (account, lines, _) in statements)
        {
            await AppendAsync(load, vault, $"statement-{account}.csv", "S-" + account, lines);
        }

        await load.CommitAsync(default);
    }

    private void Make()
    {
        MakeExtract();
        repeated.AddRange(extract.Where(_ => Next(6) == 0).Select((l, i) => l with { Row = i + 1 }));
        MakeStatements();
        var balance = 0L;
        for (var row = 1; row <= 12; row++)
        {
            var minor = row % 3 == 0 ? -(50 + Next(400)) : 1_000 + Next(800);
            balance += minor;
            chained.Add(new Line(row, "CHAIN", Name(1, Next(GroupSize)), minor, row * 3, Balance: balance));
        }

        MakeFacts();
    }

    /// <summary>A quarter of the rows bring money from the first group; the others carry on what an account has.</summary>
    private void MakeExtract()
    {
        var balance = new SortedDictionary<string, long>(StringComparer.Ordinal);
        for (var row = 1; row <= 160; row++)
        {
            var holders = balance.Where(b => b.Value > 100).Select(b => b.Key).ToList();
            var isNew = holders.Count == 0 || Next(4) == 0;
            var from = isNew ? Name(0, Next(GroupSize)) : holders[Next(holders.Count)];
            var to = from[1] == '2' || Next(4) == 0 ? Name(2, Next(GroupSize)) : Name(1, Next(GroupSize));
            if (from == to)
            {
                continue;
            }

            var minor = isNew ? 5_000 + Next(20_000) : 1 + (balance[from] * (30 + Next(70)) / 100);
            balance[from] = balance.GetValueOrDefault(from) - (isNew ? 0 : minor);
            balance[to] = balance.GetValueOrDefault(to) + minor;
            extract.Add(new Line(row, from, to, -minor, row / 4, Id: Next(5) == 0 ? $"E{Next(40)}" : null));
        }

        extract.Add(new Line(161, Name(1, 5), Name(1, 3), -700, 41));
    }

    /// <summary>Two accounts that pay each other and some of the second group; each bank reports its own side, some rows without naming the other.</summary>
    private void MakeStatements()
    {
        var lines = (One: new List<Line>(), Two: new List<Line>());
        for (var i = 0; i < 14; i++)
        {
            var (day, minor) = (2 + (i * 3), 500L + Next(900));
            var isNamed = Next(3) > 0;
            var id = Next(2) == 0 ? $"X{i}" : null;
            if (i % 3 == 0)
            {
                lines.One.Add(new Line(lines.One.Count + 1, "STATED1", Name(1, Next(GroupSize)), i % 2 == 0 ? minor : -minor, day));
                continue;
            }

            lines.One.Add(new Line(lines.One.Count + 1, "STATED1", isNamed ? "STATED2" : "", -minor, day, id));
            lines.Two.Add(new Line(lines.Two.Count + 1, "STATED2", Next(3) > 0 ? "STATED1" : "", minor, day + Next(2), id));
        }

        lines.Two.Add(new Line(lines.Two.Count + 1, "STATED2", Name(1, 3), -1_500, 44));
        statements.Add(("STATED1", lines.One, 20_000));
        statements.Add(("STATED2", lines.Two, 5_000));

        // Only an id says that the first pays the second.
        statements.Add(("SILENT1", [new Line(1, "SILENT1", Name(0, 1), 4_000, 6), new Line(2, "SILENT1", "", -3_000, 9, "Z1")], 1_000));
        statements.Add(("SILENT2", [new Line(1, "SILENT2", "", 3_000, 9, "Z1"), new Line(2, "SILENT2", Name(1, 3), -2_500, 12)], 500));
    }

    private void MakeFacts()
    {
        facts.Add(new CaseHeader("C", "", "", "", Day.Of(2024, 1, 1), [new Currency("KZT", 2)]));
        facts.Add(new Act("A1", "invented act"));
        facts.Add(new Episode("EP1", "A1", "V1", "KZT", 0));
        facts.Add(new Episode("EP2", "A1", "V2", "KZT", 0));
        var within = extract.Where(l => !l.Other.StartsWith("G2", StringComparison.Ordinal)).ToList();
        var crime = within.Where(l => l.Account.StartsWith("G0", StringComparison.Ordinal)).Take(8).ToList();
        facts.AddRange(crime.Select((l, i) => new Proceeds($"P{i}", i % 2 == 0 ? "EP1" : "EP2", Reference("extract", l))));
        foreach (var (asset, row) in within.Where(l => l.Account.StartsWith("G1", StringComparison.Ordinal) && l.Row > 60).Chunk(9).Take(2).Select((some, i) => ($"ASSET{i}", some)))
        {
            facts.Add(new Asset(asset, asset, "KZT"));
            facts.AddRange(row.Take(3).Select((l, i) => new CostLine($"{asset}-{i}", asset, 0, "price", Reference("extract", l))));
        }

        facts.Add(new CostLine("ASSET0-8", "ASSET0", 0, "price", new RowReference("S-SILENT2/2")));
        facts.Add(new CostLine("ASSET0-9", "ASSET0", 0, "price", new RowReference($"S-STATED2/{statements[1].Lines.Count}")));

        var back = within.Find(l => l.Row > 100 && l.Account.StartsWith("G1", StringComparison.Ordinal))!;
        var undone = within.Find(l => l.Row < back.Row && l.Account.StartsWith("G1", StringComparison.Ordinal))!;
        facts.Add(new Reversal("R1", Reference("extract", back), Reference("extract", undone), 10));
        facts.Add(new OtherClaimant("O1", new RowReference($"S-STATED1/{statements[0].Lines.First(l => l.Minor > 0).Row}"), "Invented Claimant"));
        foreach (var (account, lines, opening) in statements)
        {
            facts.Add(new Statement("S-" + account, account, Day.Of(2022, 1, 1), Day.Of(2022, 6, 30), opening, opening + lines.Sum(l => l.Minor)));
        }
    }

    private static RowReference Reference(string statement, Line line) => new(string.Create(CultureInfo.InvariantCulture, $"{statement}/{line.Row}"));

    private static string Name(int group, int number) => string.Create(CultureInfo.InvariantCulture, $"G{group}-{number:D2}");

    private async Task AppendAsync(ILoad load, IVault vault, string file, string statement, List<Line> lines)
    {
        var bytes = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{file} of case {seed}"));
        var document = new SourceDocument(await vault.PutAsync(new MemoryStream(bytes), default), file, bytes.Length);
        await load.BeginDocumentAsync(document, default);
        string[] names = ["", .. lines.SelectMany(l => new[] { l.Account, l.Other }).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal)];
        var page = PostingPage.Allocate(document.Hash, names, [statement], ["KZT"], lines.Count);
        var first = Day.Of(2022, 1, 1).Number;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            (page.Row[i], page.Account[i], page.Counterparty[i], page.Minor[i]) = (line.Row, Array.IndexOf(names, line.Account), Array.IndexOf(names, line.Other), line.Minor);
            (page.BookingDay[i], page.ValueDay[i], page.EndToEndId[i]) = (first + line.Day, first + line.Day, line.Id);
            page.Balance[i] = line.Balance ?? PostingPage.NoBalance;
            page.CounterMinor[i] = statement is "extract" or "again" ? -line.Minor : 0;
        }

        await load.AppendAsync(page, default);
        if (file == "extract.csv")
        {
            await load.AppendAsync([.. facts.Select((f, i) => new FactRow(f, document.Hash, i))], default);
        }
    }

    private int Next(int below)
    {
        state = unchecked((state * 6_364_136_223_846_793_005UL) + 1_442_695_040_888_963_407UL);
        return (int)((state >> 33) % (ulong)below);
    }

    private sealed record Line(int Row, string Account, string Other, long Minor, int Day, string? Id = null, long? Balance = null);
}
