using System.Globalization;
using System.IO.Compression;
using System.Text;
using Xunit;

namespace FinInvest.Graph.Tests.RealData;

/// <summary>A generated bank's log of 124,124 rows with ten of its alerts as acts: each alert's first rows in time are its proceeds.</summary>
public class AmlSimCaseTests(LoadedOnce once) : IClassFixture<LoadedOnce>
{
    private const int Acts = 10;
    private const int TargetCount = 60;
    private const int Seed = 20261125;

    private static string Folder => Path.Combine(PublicData.Require("data/amlsim-generated"), "ai10k_a");

    [Fact]
    public async Task Every_account_foots_and_every_row_counts()
    {
        var loaded = await LoadAsync();
        var log = loaded.Outcome.Receipt.Documents.Single(d => d.Document.Name == "tx_log_cents.csv.gz");
        Assert.Equal((124_124L, 0L), (log.Postings, loaded.Outcome.RejectsTotal));
        Assert.All(loaded.Facts.Statements, s => Assert.True(s.Reconciles, $"{s.Account}: {s.Reason}"));
        var withRows = LastBalances();
        Assert.All(loaded.Facts.Ledger.Accounts.Skip(1), a => Assert.Equal(withRows.ContainsKey(a.Id) ? AccountCoverage.Reconciled : AccountCoverage.External, a.Coverage));
        Assert.Empty(loaded.Facts.Ledger.Breaks);
        Assert.Empty(loaded.Facts.Refused);
        Assert.Equal(Acts, loaded.Facts.Register.Owners.Claims.Count);
    }

    [Fact]
    public async Task Ten_acts_traced_together_lose_no_unit_under_any_rule()
    {
        var loaded = await LoadAsync();
        var last = LastBalances();
        foreach (var trace in loaded.Review.Compare(Targets(loaded)))
        {
            Assert.Equal(last.Count, trace.Closing.Count);
            Assert.All(trace.Closing, c => Assert.Equal((c.Account, last[c.Account], 0L, last[c.Account]), (c.Account, c.Balance, c.Debt, c.Owners.Sum(o => o.Minor))));
            var held = trace.Closing.SelectMany(c => c.Owners).Where(o => o.Class == OwnerClass.Claim).GroupBy(o => o.Owner).ToDictionary(g => g.Key, g => g.Sum(o => o.Minor));
            Assert.Equal(Acts, trace.Claims.Count);
            Assert.All(trace.Claims, c => Assert.Equal((trace.Rule, c.Claim, c.NewlyLabelled), (trace.Rule, c.Claim, held.GetValueOrDefault(c.Claim))));
        }
    }

    [Fact]
    public async Task Every_rule_lies_between_the_bounds_of_sixty_accounts()
    {
        var loaded = await LoadAsync();
        var targets = Targets(loaded);
        var bounds = loaded.Review.Bounds(targets).Where(b => b.Target != "SET").ToDictionary(b => b.Target);
        var traces = loaded.Review.Compare(targets);
        Assert.Equal(["fifo", "lifo", "rolling", "own-first", "proceeds-first"], traces.Select(t => t.Rule));
        foreach (var target in traces.SelectMany(t => t.Targets, (t, target) => (t.Rule, target)))
        {
            var (rule, at) = target;
            var b = bounds[at.Target];
            Assert.True(b.Floor <= b.Lower && b.Lower <= at.Traced && at.Traced <= b.UpperRecorded && b.UpperRecorded <= b.UpperOut && b.UpperOut <= at.Cost,
                $"{rule} {at.Target}: floor {b.Floor}, L {b.Lower}, traced {at.Traced}, U {b.UpperRecorded}, with OUTSIDE {b.UpperOut}, balance {at.Cost}");
        }

        var reached = bounds.Values.Count(b => b.UpperRecorded > 0);
        Assert.True(reached >= 20, $"only {reached} of {TargetCount} targets can hold any of it");
    }

    [Fact]
    public async Task Periods_of_the_original_log_that_do_not_foot_are_reported_and_not_relied_on()
    {
        await using var loaded = await LoadedCase.OfAsync("amlsim", [Path.Combine(Folder, "tx_log.csv.gz")], Header);
        Assert.Equal(0, loaded.Outcome.RejectsTotal);
        Assert.Contains(loaded.Outcome.Notes, n => n.StartsWith("tx_log.csv.gz: ", StringComparison.Ordinal));
        var red = loaded.Facts.Statements.Where(s => !s.Reconciles).ToList();
        var relied = loaded.Facts.Statements.Where(s => s.Reconciles).Select(s => s.Account).ToHashSet(StringComparer.Ordinal);
        Assert.True(red.Count > loaded.Facts.Statements.Count / 2);
        Assert.All(red, s => Assert.NotEmpty(s.Reason));
        Assert.Contains(loaded.Facts.Notes, n => n.StartsWith("running balances of tx_log.csv.gz do not chain on ", StringComparison.Ordinal));
        Assert.All(loaded.Facts.Ledger.Accounts.Skip(1), a => Assert.Equal(relied.Contains(a.Id) ? AccountCoverage.Reconciled : AccountCoverage.External, a.Coverage));
        Assert.All(loaded.Review.Trace("rolling", ["balance:" + relied.Order(StringComparer.Ordinal).First()], []).Closing, c => Assert.Contains(c.Account, relied));
    }

    private Task<LoadedCase> LoadAsync()
    {
        var folder = Folder;
        return once.Of(() => LoadedCase.OfAsync("amlsim", [Path.Combine(folder, "tx_log_cents.csv.gz"), Path.Combine(folder, "accounts.csv.gz")], [Header, .. Alerts(folder)]));
    }

    private static (string Name, string Text) Header => ("case.csv", "id,question,as_of,currencies\nlog,What became of the money of ten alerts?,2022-12-31,USD:2\n");

    /// <summary>The ten lowest alerts that have rows: an act, an episode of the sum, and each row of the first day as proceeds.</summary>
    private static IEnumerable<(string Name, string Text)> Alerts(string folder)
    {
        var alerts = Rows(folder).Select((w, i) => (Row: i + 1, Step: Number(w[0]), Cents: Cents(w[2]), Alert: Number(w[10]))).Where(r => r.Alert >= 0)
            .GroupBy(r => r.Alert).OrderBy(g => g.Key).Take(Acts).Select(g => (Alert: g.Key, First: g.Where(r => r.Step == g.Min(x => x.Step)).ToList())).ToList();
        Assert.Equal(Acts, alerts.Count);
        yield return ("acts.csv", Text("id,name", alerts.Select(a => $"A{a.Alert:D3},alert {a.Alert}")));
        yield return ("episodes.csv", Text("id,act,victim,currency,amount", alerts.Select(a => $"E{a.Alert:D3},A{a.Alert:D3},victim,USD,{Money.Format(a.First.Sum(r => r.Cents), 2)}")));
        yield return ("proceeds.csv", Text("episode,row", alerts.SelectMany(a => a.First, (a, r) => $"E{a.Alert:D3},tx_log_cents/{r.Row}")));
        yield return ("parties.csv", "id,name\nvictim,The bank's customers\n");
    }

    private static List<string> Targets(LoadedCase loaded)
    {
        var accounts = loaded.Facts.Ledger.Accounts.Where(a => a.Coverage == AccountCoverage.Reconciled).Select(a => a.Id).Order(StringComparer.Ordinal).ToArray();
        new Random(Seed).Shuffle(accounts);
        return [.. accounts.Take(TargetCount).Select(a => "balance:" + a)];
    }

    /// <summary>The log's own last balance of each account.</summary>
    private static Dictionary<string, long> LastBalances()
    {
        var last = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var w in Rows(Folder))
        {
            last[w[3]] = Cents(w[5]);
            last[w[6]] = Cents(w[8]);
        }

        return last;
    }

    private static IEnumerable<string[]> Rows(string folder)
    {
        using var text = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(folder, "tx_log_cents.csv.gz")), CompressionMode.Decompress));
        text.ReadLine();
        while (text.ReadLine() is { } line)
        {
            yield return line.Split(',');
        }
    }

    private static string Text(string header, IEnumerable<string> rows) => new StringBuilder(header).Append('\n').AppendJoin('\n', rows).Append('\n').ToString();

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static long Cents(string text) => (long)(decimal.Parse(text, CultureInfo.InvariantCulture) * 100);
}
