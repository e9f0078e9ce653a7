using System.Collections;
using System.Globalization;

namespace FinInvest.Graph.Reconcile.Effective;

/// <summary>
/// One fact a kind and id: documents that repeat a fact add nothing, documents that contradict each other are told, and the document with the
/// lowest hash counts (never the order of loading). Statements stay in all versions: their rows choose.
/// </summary>
internal static class FactVersions
{
    public static IEnumerable<FactRow> Choose(IEnumerable<FactRow> rows, List<Refusal> refused)
    {
        var chosen = new List<FactRow>();
        foreach (var group in rows.GroupBy(r => (Kind: r.Fact.GetType(), r.Fact.Id)))
        {
            var versions = group.OrderBy(r => r.Document.Hex, StringComparer.Ordinal).ThenBy(r => r.Row).ToList();
            if (versions.Count == 1 || group.Key.Kind == typeof(Statement))
            {
                chosen.AddRange(versions);
                continue;
            }

            chosen.Add(versions[0]);
            var texts = versions.ConvertAll(v => Text(v.Fact));
            var differing = versions.Find(v => Text(v.Fact) != texts[0]);
            if (differing is not null)
            {
                refused.Add(new Refusal("FACT_DIFFERS", group.Key.Id, string.Create(CultureInfo.InvariantCulture,
                    $"{group.Key.Kind.Name} {group.Key.Id} is stated differently in documents {versions[0].Document.Short()} (row {versions[0].Row}) and {differing.Document.Short()} (row {differing.Row}): the first counts. Exclude the document that is wrong.")));
            }
        }

        return chosen;
    }

    /// <summary>All members as text; lists by their elements.</summary>
    private static string Text(IFact fact) => string.Join('\u001f', fact.GetType().GetProperties().OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => p.GetValue(fact) switch
    {
        null => "",
        string s => s,
        IEnumerable list => string.Join('\u001e', list.Cast<object>().Select(o => Convert.ToString(o, CultureInfo.InvariantCulture))),
        var value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    }));
}
