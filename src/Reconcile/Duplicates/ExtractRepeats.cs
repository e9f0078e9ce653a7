using FinInvest.Graph.Reconcile.Columns;

namespace FinInvest.Graph.Reconcile.Duplicates;

/// <summary>
/// Rows that several extracts without balances repeat: each row (both accounts, amounts, day, references) counts with the largest multiplicity of
/// any one document, the document with the lowest hash first. Only days that two documents cover need a look.
/// </summary>
internal static class ExtractRepeats
{
    /// <param name="rows">Asked only where it matters: rows known only from extracts, ascending.</param>
    /// <returns>A repeated row and the row that counts for it.</returns>
    public static Dictionary<int, int> Find(PostingColumns c, Func<IReadOnlyList<int>> rows)
    {
        var repeats = new Dictionary<int, int>();
        if (!c.DocumentDays.Index().Any(a => c.DocumentDays.Index().Any(b => b.Index > a.Index && a.Item.Overlaps(b.Item))))
        {
            return repeats;
        }

        var kept = new Dictionary<(int, int, long, long, int, string, string), List<int>>();
        var document = -1;
        var used = new Dictionary<(int, int, long, long, int, string, string), int>();
        foreach (var r in rows())
        {
            var day = new Day(c.BookingDay[r]);
            if (c.DocumentDays.Count(d => d.Contains(day)) < 2)
            {
                continue;
            }

            if (c.DocumentOf(r) != document)
            {
                document = c.DocumentOf(r);
                used.Clear();
            }

            var key = (c.Account[r], c.Counterparty[r], c.Minor[r], c.CounterMinor[r], c.BookingDay[r], c.Reference[r] ?? c.LocalId[r] ?? "", c.EndToEndId[r] ?? "");
            var list = kept.TryGetValue(key, out var known) ? known : kept[key] = [];
            var nth = used.GetValueOrDefault(key);
            used[key] = nth + 1;
            if (nth < list.Count)
            {
                repeats[r] = list[nth];
            }
            else
            {
                list.Add(r);
            }
        }

        return repeats;
    }
}
