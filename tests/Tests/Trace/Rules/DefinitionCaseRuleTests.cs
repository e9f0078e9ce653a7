using System.Text.Json;
using FinInvest.Graph.Model.Results;
using FinInvest.Graph.Model.Values;
using FinInvest.Graph.Reconcile;
using FinInvest.Graph.Tests.Cases;
using FinInvest.Graph.Trace;
using Xunit;

namespace FinInvest.Graph.Tests.Trace.Rules;

/// <summary>The random cases under every rule, to the unit: what cost lines received, traced amount, origin, closing compositions, debt, labelled proceeds.</summary>
public class DefinitionCaseRuleTests
{
    public static TheoryData<string> Names => [.. DefinitionCase.Names() is { Count: > 0 } names ? names : ["L1-00"]];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_rule_agrees_to_the_unit(string name) => Compare(DefinitionCase.Read(name));

    internal static void Compare(DefinitionCase c)
    {
        var reconciliation = LedgerBuilder.Build(c.Facts, c.Pages);
        var differences = new List<string>();
        foreach (var rule in c.Expected.GetProperty("rules").EnumerateObject())
        {
            var id = rule.Name == "fifo_ordered_lots" ? "ordered-lots" : rule.Name.Replace("_link", "", StringComparison.Ordinal).Replace('_', '-');
            var options = new TraceOptions(null, [.. reconciliation.Ledger.Accounts.Skip(1).Select(a => a.Id)], WithFlow: true, WithLinks: rule.Name.EndsWith("_link", StringComparison.Ordinal));
            var result = Tracer.Run(reconciliation, id, options);
            Worked.AssertFlows(result);
            differences.AddRange(Differences(result, rule.Value, reconciliation.Register.AsOf).Select(d => $"{rule.Name}: {d}"));
        }

        Assert.True(differences.Count == 0, string.Join("\n", differences));
    }

    private static IEnumerable<string> Differences(TraceResult result, JsonElement expected, Day asOf)
    {
        foreach (var asset in expected.GetProperty("assets").EnumerateObject())
        {
            var target = result.Targets.Single(t => t.Target == asset.Name);
            var got = $"{Text(target.Paid)}, tau {target.Traced}, origin {target.Origin}";
            var want = $"{Text(asset.Value.GetProperty("paid"))}, tau {asset.Value.GetProperty("tau").GetInt64()}, origin {asset.Value.GetProperty("origin").GetInt64()}";
            if (got != want)
            {
                yield return $"{asset.Name} paid {got}, expected {want}";
            }
        }

        foreach (var closing in result.Closing)
        {
            var want = expected.GetProperty("closing").TryGetProperty(closing.Account, out var owners) ? Text(owners) : "";
            var debt = expected.GetProperty("debt").TryGetProperty(closing.Account, out var owed) ? owed.GetInt64() : 0;

            // We state the debt with the composition, as of the last reconciled day; the cases list only debts that still run at D.
            var running = closing.StatedAsOf < asOf ? debt : closing.Debt;
            if (Text(closing.Owners) != want || running != debt)
            {
                yield return $"{closing.Account} holds {Text(closing.Owners)}, debt {closing.Debt}, expected {want}, debt {debt}";
            }
        }

        foreach (var claim in expected.GetProperty("P").EnumerateObject())
        {
            var got = result.Claims.Where(c => c.Claim == claim.Name).Sum(c => c.NewlyLabelled);
            if (got != claim.Value.GetInt64())
            {
                yield return $"{claim.Name} newly labelled {got}, expected {claim.Value.GetInt64()}";
            }
        }
    }

    private static string Text(JsonElement owners) => string.Join(" ", owners.EnumerateObject().Select(p => $"{p.Name} {p.Value.GetInt64()}").Order(StringComparer.Ordinal));

    private static string Text(IEnumerable<OwnedAmount> owned) => string.Join(" ", owned.Select(o => $"{o.Owner} {o.Minor}").Order(StringComparer.Ordinal));
}
