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
            var reconciliation = LedgerBuilder.Build(c.Facts, c.Pages);
            compared += Compare(c.Name, reconciliation, c.Expected.GetProperty("bounds"), null, differences);
            if (c.Expected.TryGetProperty("bounds_per_act", out var acts))
            {
                foreach (var act in acts.EnumerateObject())
                {
                    compared += Compare($"{c.Name} {act.Name}", reconciliation, act.Value, act.Name, differences);
                }
            }
        }

        Assert.True(differences.Count == 0, $"{differences.Count} of {compared} differ:\n{string.Join('\n', differences)}");
        Assert.InRange(compared, 1, int.MaxValue);
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

        var actual = found.ToDictionary(b => b.Target, Text, StringComparer.Ordinal);
        differences.AddRange(wanted.Keys.Union(actual.Keys).Order(StringComparer.Ordinal)
            .Where(k => (wanted.TryGetValue(k, out var w) ? Text(w) : "-") != actual.GetValueOrDefault(k, "-"))
            .Select(k => $"{name} {k} found {actual.GetValueOrDefault(k, "-")} expected {(wanted.TryGetValue(k, out var w) ? Text(w) + " " + Literal(w) : "-")}"));
        return wanted.Count;
    }

    private static string Text(BoundsResult b) => string.Create(CultureInfo.InvariantCulture,
        $"L {b.Lower} U {b.UpperRecorded}/{b.UpperOut} floor {b.Floor} Ub {b.FloorUpperRecorded}/{b.FloorUpperOut} cost {b.Cost} {string.Join(' ', b.Members)}").TrimEnd();

    private static string Text(JsonElement e) => ($"L {e.GetProperty("L")} U {e.GetProperty("U_rec")}/{e.GetProperty("U_out")} floor {e.GetProperty("floor")} "
        + $"Ub {e.GetProperty("Ub_rec")}/{e.GetProperty("Ub_out")} cost {e.GetProperty("cost")} "
        + (e.TryGetProperty("members", out var members) ? string.Join(' ', members.EnumerateArray().Select(m => m.GetString())) : "")).TrimEnd();

    private static string Literal(JsonElement e) => string.Join(' ', e.EnumerateObject().Where(p => p.Name.EndsWith("literal", StringComparison.Ordinal)).Select(p => $"{p.Name}={p.Value}"));
}
