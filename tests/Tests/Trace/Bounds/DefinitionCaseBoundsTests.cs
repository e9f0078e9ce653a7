using System.Globalization;
using System.Text.Json;
using FinInvest.Graph.Reconcile;
using FinInvest.Graph.Tests.Cases;
using FinInvest.Graph.Trace.Bounds;
using Xunit;

namespace FinInvest.Graph.Tests.Trace.Bounds;

/// <summary>Bounds of the random cases against the numbers of an independent implementation.</summary>
public class DefinitionCaseBoundsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Every_bound_is_the_expected_one(int level)
    {
        var compared = 0;
        var differences = new List<string>();
        foreach (var c in DefinitionCase.All(level))
        {
            compared += Compare(c, differences);
        }

        Assert.True(differences.Count == 0, $"{differences.Count} of {compared} differ:\n{string.Join('\n', differences)}");
        Assert.InRange(compared, 1, int.MaxValue);
    }

    internal static void Compare(DefinitionCase c)
    {
        var differences = new List<string>();
        Compare(c, differences);
        Assert.Empty(differences);
    }

    /// <returns>How many targets were compared.</returns>
    internal static int Compare(DefinitionCase c, List<string> differences)
    {
        var reconciliation = LedgerBuilder.Build(c.Facts, c.Pages);
        var compared = Compare(c.Name, reconciliation, c.Expected.GetProperty("bounds"), null, differences);
        return !c.Expected.TryGetProperty("bounds_per_act", out var acts) ? compared
            : compared + acts.EnumerateObject().Sum(act => Compare($"{c.Name} {act.Name}", reconciliation, act.Value, act.Name, differences));
    }

    [Fact]
    public void Election_is_what_each_asset_adds_to_the_upper_bound_of_the_set()
    {
        var compared = 0;
        foreach (var c in DefinitionCase.All().Where(c => c.Expected.TryGetProperty("election", out var e) && e.ValueKind == JsonValueKind.Object))
        {
            compared += CompareElection(c);
        }

        Assert.InRange(compared, 1, int.MaxValue);
    }

    /// <returns>How many assets were compared.</returns>
    internal static int CompareElection(DefinitionCase c)
    {
        var wanted = c.Expected.GetProperty("election").EnumerateObject().ToList();
        var elected = BoundsCalculator.Elect(LedgerBuilder.Build(c.Facts, c.Pages), [.. wanted.Select(w => w.Name)], new BoundsOptions());
        Assert.Equal(wanted.Select(w => (c.Name, w.Name, w.Value.GetInt64())), wanted.Select((w, i) => (c.Name, w.Name, elected[i])));
        return wanted.Count;
    }

    [Fact]
    public void The_minimum_cut_adds_up_to_the_upper_bound()
    {
        foreach (var c in DefinitionCase.All(1, 2, 3, 4, 5))
        {
            var reconciliation = LedgerBuilder.Build(c.Facts, c.Pages);
            foreach (var b in BoundsCalculator.Compute(reconciliation, [.. reconciliation.Register.Acquisitions.Select(a => a.Key)], new BoundsOptions()))
            {
                Assert.Equal((c.Name, b.Target, b.UpperRecorded), (c.Name, b.Target, b.UpperCut.Sum(e => e.Minor)));
            }
        }
    }

    [Fact]
    public void Expected_results_of_every_conserving_rule_lie_within_the_bounds_with_and_without_links()
    {
        var compared = 0;
        foreach (var c in DefinitionCase.All())
        {
            var reconciliation = LedgerBuilder.Build(c.Facts, c.Pages);
            var targets = reconciliation.Register.Acquisitions.Select(a => a.Key).ToList();
            foreach (var links in new[] { false, true })
            {
                var bounds = BoundsCalculator.Compute(reconciliation, targets, new BoundsOptions(WithSet: false, WithLinks: links)).ToDictionary(b => b.Target);
                foreach (var rule in c.Expected.GetProperty("rules").EnumerateObject().Where(r => r.Name.EndsWith("_link", StringComparison.Ordinal) == links))
                {
                    foreach (var asset in rule.Value.GetProperty("assets").EnumerateObject())
                    {
                        var tau = asset.Value.GetProperty("tau").GetInt64();
                        var b = bounds[asset.Name];
                        Assert.True(b.Lower <= tau && tau <= b.UpperRecorded && b.DayBatchLower <= tau && tau <= b.FloorUpperRecorded, $"{c.Name} {rule.Name} {asset.Name}: {tau} not in {b}");
                        compared++;
                    }
                }
            }
        }

        Assert.InRange(compared, 500, int.MaxValue);
    }

    private static int Compare(string name, Reconciliation reconciliation, JsonElement expected, string? act, List<string> differences)
    {
        var wanted = expected.EnumerateObject().ToDictionary(t => t.Name, t => t.Value, StringComparer.Ordinal);
        var targets = reconciliation.Register.Acquisitions.Select(a => a.Key).ToList();
        if (!targets.ToHashSet(StringComparer.Ordinal).SetEquals(wanted.Keys.Where(k => k != BoundsCalculator.Set)))
        {
            differences.Add($"{name} targets {string.Join(' ', targets)}, expected {string.Join(' ', wanted.Keys)}");
            return wanted.Count;
        }

        IReadOnlyList<BoundsResult> found;
        try
        {
            found = BoundsCalculator.Compute(reconciliation, targets, new BoundsOptions(WithSet: act is null, Acts: act is null ? null : [act]));
        }
        catch (InvalidOperationException e)
        {
            differences.Add($"{name} {e.Message}");
            return wanted.Count;
        }

        var evidenced = reconciliation.Ledger.UnevidencedGroups.Count == 0;
        differences.AddRange(found.Where(b => b.Floor != b.Lower && (evidenced || b.Floor != b.DayBatchLower)).Select(b => $"{name} {b.Target} floor {b.Floor}"));
        var actual = found.ToDictionary(b => b.Target, Text, StringComparer.Ordinal);
        differences.AddRange(wanted.Keys.Union(actual.Keys).Order(StringComparer.Ordinal)
            .Where(k => (wanted.TryGetValue(k, out var w) ? Text(w) : "-") != actual.GetValueOrDefault(k, "-"))
            .Select(k => $"{name} {k} found {actual.GetValueOrDefault(k, "-")} expected {(wanted.TryGetValue(k, out var w) ? Text(w) + " " + Literal(w) : "-")}"));
        return wanted.Count;
    }

    private static string Text(BoundsResult b) => string.Create(CultureInfo.InvariantCulture,
        $"L {b.Lower} U {b.UpperRecorded}/{b.UpperOut} floor {b.DayBatchLower} Ub {b.FloorUpperRecorded}/{b.FloorUpperOut} cost {b.Cost} {string.Join(' ', b.Members)}").TrimEnd();

    private static string Text(JsonElement e) => ($"L {e.GetProperty("L")} U {e.GetProperty("U_rec")}/{e.GetProperty("U_out")} floor {e.GetProperty("floor")} "
        + $"Ub {e.GetProperty("Ub_rec")}/{e.GetProperty("Ub_out")} cost {e.GetProperty("cost")} "
        + (e.TryGetProperty("members", out var members) ? string.Join(' ', members.EnumerateArray().Select(m => m.GetString())) : "")).TrimEnd();

    private static string Literal(JsonElement e) => string.Join(' ', e.EnumerateObject().Where(p => p.Name.EndsWith("literal", StringComparison.Ordinal)).Select(p => $"{p.Name}={p.Value}"));
}
