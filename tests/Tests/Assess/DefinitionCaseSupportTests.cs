using System.Globalization;
using System.Text.Json;
using FinInvest.Graph.Assess;
using FinInvest.Graph.Assess.Profiles;
using FinInvest.Graph.Reconcile;
using FinInvest.Graph.Tests.Cases;
using FinInvest.Graph.Trace;
using Xunit;

namespace FinInvest.Graph.Tests.Assess;

/// <summary>Support of the definition cases against an independent implementation: exact fractions, bottleneck, robustness, opinions of every hop.</summary>
public class DefinitionCaseSupportTests
{
    public static TheoryData<string> Cases => [.. DefinitionCase.Names() is { Count: > 0 } names ? names : ["L1-00"]];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Support_is_what_an_independent_implementation_expects(string name) => Compare(DefinitionCase.Read(name));

    internal static void Compare(DefinitionCase c)
    {
        var reconciliation = LedgerBuilder.Build(c.Facts, c.Pages);
        var runs = new Dictionary<string, TraceResult>(StringComparer.Ordinal);
        var differences = new List<string>();
        foreach (var expected in c.Expected.GetProperty("support").EnumerateObject())
        {
            var (rule, target) = (expected.Name.Split(' ')[0].Replace('_', '-'), expected.Name.Split(' ')[1]);
            if (!runs.TryGetValue(rule, out var trace))
            {
                runs[rule] = trace = Tracer.Run(reconciliation, rule, new TraceOptions(WithFlow: true));
            }

            var assessment = Assessor.Assess(new AssessRequest(reconciliation, trace, target, [trace], null, null, null, Profiles.Get("KZ-CC48"),
                double.Parse(c.Theta, CultureInfo.InvariantCulture)));
            differences.AddRange(Differences(reconciliation.Ledger, trace.Targets.First(t => t.Target == target), assessment, expected.Value).Select(d => $"{expected.Name}: {d}"));
        }

        Assert.Empty(differences);
    }

    private static double Fraction(string text) => text.Split('/') is [var p, var q]
        ? double.Parse(p, CultureInfo.InvariantCulture) / double.Parse(q, CultureInfo.InvariantCulture) : double.Parse(text, CultureInfo.InvariantCulture);

    private static IEnumerable<string> Differences(Ledger ledger, TargetTrace target, Assessment a, JsonElement expected)
    {
        var s = a.Support;
        if (s.Traced != expected.GetProperty("tau").GetInt64())
        {
            yield return $"tau {s.Traced}, expected {expected.GetProperty("tau")}";
        }

        if (expected.GetProperty("S_lo")[0].GetString() is { } exact && exact != s.LowExact)
        {
            yield return $"S_lo {s.LowExact}, expected {exact}";
        }

        if (s.Theta != Fraction(expected.GetProperty("theta").ToString()))
        {
            yield return $"theta {s.Theta}, expected {expected.GetProperty("theta")}";
        }

        // The product states the upper end as a number; the exact fraction must be that number.
        if (expected.GetProperty("S_hi")[0].GetString() is { } high && (s.High is not { } number || Math.Abs(number - Fraction(high)) > 1e-12))
        {
            yield return $"S_hi {s.High}, expected {high}";
        }

        foreach (var (what, actual, wanted) in new[]
        {
            ("S_lo", s.Low, expected.GetProperty("S_lo")[1].GetDouble()), ("S_hi", s.High, expected.GetProperty("S_hi")[1].GetDouble()), ("beta", s.Beta, expected.GetProperty("beta").GetDouble()),
        })
        {
            if (actual is not { } value || Math.Abs(value - wanted) > 1e-9)
            {
                yield return $"{what} {actual}, expected {wanted}";
            }
        }

        if (s.Variables != expected.GetProperty("vars").GetInt32())
        {
            yield return $"{s.Variables} variables, expected {expected.GetProperty("vars")}";
        }

        var robust = a.Indicators.Single(i => i.Code == "MF-8").Text;
        static string Counted(JsonElement n, string what) => $"{n} {what}{(n.GetInt32() == 1 ? "" : "s")}";
        var wantedRobust = $"{Counted(expected.GetProperty("MF8"), "root source")}, {Counted(expected.GetProperty("MF8_items"), "item")}";
        if (robust != wantedRobust)
        {
            yield return $"MF-8 {robust}, expected {wantedRobust}";
        }

        var beliefs = target.Flow!.Hops.Select((h, i) => (Names: ledger.RowsOf(h.Movement).ToArray().Select(r => (h.Kind == "proceeds" ? "proceeds:" : "move:") + r.Alias).ToList(), Belief: s.HopBelief[i])).ToList();
        foreach (var hop in expected.GetProperty("hops").EnumerateObject())
        {
            var own = beliefs.Where(b => b.Names.Contains(hop.Name)).ToList();
            if (own.Count == 0 || own.All(b => Math.Abs(b.Belief - hop.Value.GetDouble()) > 1e-9))
            {
                yield return $"{hop.Name} {string.Join(" ", own.Select(b => b.Belief))}, expected {hop.Value}";
            }
        }
    }
}
