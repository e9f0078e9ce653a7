using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FinInvest.Graph.Tests.Assess;
using FinInvest.Graph.Tests.Trace.Bounds;
using FinInvest.Graph.Tests.Trace.Orders;
using FinInvest.Graph.Tests.Trace.Paths;
using FinInvest.Graph.Tests.Trace.Rules;
using Xunit;

namespace FinInvest.Graph.Tests.Cases;

/// <summary>
/// No field of the random cases goes unread: each kind of field is falsified, and the facts that are read, or a comparison with what is expected, must then differ.
/// </summary>
public partial class DefinitionCaseFieldTests
{
    /// <summary>How many different values of a kind of field are falsified before it counts as unread: some matter in few places only (a tie, the kind of a row).</summary>
    private const int TriesMax = 40;

    /// <summary>Fields that nothing has to read, and why.</summary>
    private static readonly Dictionary<string, string> Unread = new(StringComparer.Ordinal)
    {
        ["case.statements.[].note"] = "a remark of who made the case",
        ["case.links.[].evidence"] = "here an item names what it supports, a link does not name its item",
        ["expected.bounds.*.U_rec_E3_literal"] = "a narrower reading of E3, shown where a bound differs",
        ["expected.bounds.*.U_out_E3_literal"] = "a narrower reading of E3, shown where a bound differs",
        ["expected.bounds_per_act.*.*.U_rec_E3_literal"] = "a narrower reading of E3, shown where a bound differs",
        ["expected.bounds_per_act.*.*.U_out_E3_literal"] = "a narrower reading of E3, shown where a bound differs",
    };

    private static readonly Dictionary<string, Action<DefinitionCase>> Comparisons = new(StringComparer.Ordinal)
    {
        ["flags"] = DefinitionCaseReconciliationTests.CompareFlags,
        ["unevidenced"] = DefinitionCaseReconciliationTests.CompareFlags,
        ["breaks"] = DefinitionCaseReconciliationTests.CompareFlags,
        ["pairs"] = DefinitionCaseReconciliationTests.ComparePairs,
        ["order"] = DefinitionCaseReconciliationTests.CompareOrder,
        ["rules"] = DefinitionCaseRuleTests.Compare,
        ["bounds"] = DefinitionCaseBoundsTests.Compare,
        ["bounds_per_act"] = DefinitionCaseBoundsTests.Compare,
        ["cut_U"] = DefinitionCaseCutTests.Compare,
        ["election"] = c => DefinitionCaseBoundsTests.CompareElection(c),
        ["nonconserving"] = OtherRuleTests.Compare,
        ["order_modes"] = c => DefinitionCaseOrderTests.Compare(c),
        ["routes"] = DefinitionCasePathTests.Compare,
        ["support"] = DefinitionCaseSupportTests.Compare,
    };

    [Fact]
    public void Every_field_of_a_case_is_read()
    {
        var unread = Unnoticed("case", (_, c) =>
        {
            DefinitionCaseTests.Compare(c);
            return Told(c);
        });
        Assert.Equal(Unread.Keys.Where(k => k.StartsWith("case", StringComparison.Ordinal)).Order(StringComparer.Ordinal), unread);
    }

    [Fact]
    public void Every_expected_field_is_compared()
    {
        var unread = Unnoticed("expected", (path, c) =>
        {
            Comparisons[path.Split('.')[1]](c);
            return "equal";
        });
        Assert.Equal(Unread.Keys.Where(k => k.StartsWith("expected", StringComparison.Ordinal)).Order(StringComparer.Ordinal), unread);
    }

    /// <summary>Kinds of fields whose values may be falsified without what is told being another, or an error.</summary>
    private static List<string> Unnoticed(string part, Func<string, DefinitionCase, string> tell)
    {
        PublicData.Require("domain/cases");
        var (noticed, tries) = (new HashSet<string>(StringComparer.Ordinal), new Dictionary<string, HashSet<string>>(StringComparer.Ordinal));
        foreach (var name in DefinitionCase.Names())
        {
            var root = JsonNode.Parse(DefinitionCase.Bytes(name))!;
            var original = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (path, leaf) in Leaves(root[part]!, part).Where(l => l.Leaf.GetValueKind() != JsonValueKind.Null).ToList())
            {
                var tried = tries.TryGetValue(path, out var values) ? values : tries[path] = new HashSet<string>(StringComparer.Ordinal);
                if (tried.Count >= (Unread.ContainsKey(path) ? 1 : TriesMax) || noticed.Contains(path) || !tried.Add(leaf.ToJsonString()))
                {
                    continue;
                }

                var told = part == "expected" ? "equal" : original.TryGetValue(name, out var o) ? o : original[name] = tell(path, DefinitionCase.Read(name));
                var falsified = Falsified(leaf);
                leaf.ReplaceWith(falsified);
                if (Differs(() => tell(path, DefinitionCase.Parse(name, Encoding.UTF8.GetBytes(root.ToJsonString()))), told))
                {
                    noticed.Add(path);
                }

                falsified.ReplaceWith(leaf);
            }
        }

        Assert.InRange(tries.Count, 30, int.MaxValue);
        return [.. tries.Keys.Where(k => !noticed.Contains(k)).Order(StringComparer.Ordinal)];
    }

    /// <summary>A false value may be refused outright, by whatever error: then it was read.</summary>
    private static bool Differs(Func<string> tell, string told)
    {
        try
        {
            return tell() != told;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return true;
        }
    }

    private static JsonValue Falsified(JsonNode leaf) => leaf.GetValueKind() switch
    {
        JsonValueKind.True => JsonValue.Create(false),
        JsonValueKind.False => JsonValue.Create(true),
        JsonValueKind.Number => JsonValue.Create(decimal.TryParse(leaf.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var d) && d != decimal.Truncate(d) ? d + 0.01m : d + 1),
        _ => JsonValue.Create(leaf.GetValue<string>() is var text && decimal.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var n)
            ? (n + 1).ToString(CultureInfo.InvariantCulture) : text + "1"),
    };

    /// <summary>Every value with the kind of its place: names that the case chose are "*", places in a list "[]", in a tuple the place.</summary>
    private static IEnumerable<(string Path, JsonNode Leaf)> Leaves(JsonNode node, string path) => node switch
    {
        JsonObject o => o.Where(p => p.Value is not null).SelectMany(p => Leaves(p.Value!, $"{path}.{(ChosenName().IsMatch(p.Key) ? "*" : p.Key)}")),
        JsonArray a => a.SelectMany((v, i) => v is null ? [] : Leaves(v, $"{path}.{(a.Count <= 3 && a.All(x => x is JsonValue or null) ? $"[{i}]" : "[]")}")),
        _ => [(path, node)],
    };

    [GeneratedRegex("[#/:]|^(A[0-9]+|SET|[A-Z]{3})$")]
    private static partial Regex ChosenName();

    private static string Told(DefinitionCase c) => string.Join('\n',
        [c.Name, c.Level.ToString(CultureInfo.InvariantCulture), c.Theta,
            .. c.Rows.Select(r => JsonSerializer.Serialize(r.Fact, r.Fact.GetType()) + r.Document.Hex), .. c.Facts.Documents.Select(d => d.Name), .. c.Pages.Select(p => JsonSerializer.Serialize(p))]);
}
