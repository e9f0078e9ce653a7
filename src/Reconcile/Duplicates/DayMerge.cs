using FinInvest.Graph.Reconcile.Columns;

namespace FinInvest.Graph.Reconcile.Duplicates;

/// <summary>
/// Merges what several listings say of one account on one day (definitions A8): each booking counts with the largest multiplicity seen, so two
/// genuine identical bookings both stay. Keys in tiers: the bank's entry reference with the amount, else amount and end-to-end id.
/// </summary>
internal sealed class DayMerge(PostingColumns c, IDictionary<int, int> standsFor)
{
    private readonly List<int> merged = [];
    private readonly List<bool> taken = [];

    /// <summary>The merged sides: the first listing's order, then the others' extra rows.</summary>
    public IReadOnlyList<int> Merged => merged;

    /// <summary>A row was added to the first listing, or another listing has the same rows in another order.</summary>
    public bool Disputed { get; private set; }

    public void Start(IEnumerable<int> first)
    {
        merged.Clear();
        merged.AddRange(first);
        Disputed = false;
    }

    /// <summary>Adds another listing of the same day.</summary>
    /// <param name="ordered">Its row order is evidence, so that a different order is a dispute.</param>
    /// <param name="append">Rows that match nothing are added; otherwise they are left out.</param>
    public void Add(IReadOnlyList<int> other, bool ordered, bool append = true)
    {
        taken.Clear();
        taken.AddRange(Enumerable.Repeat(false, merged.Count));
        var match = new int[other.Count];
        Array.Fill(match, -1);
        Match(other, match, s => c.Reference[s >> 1], (_, _) => true, needed: true);
        Match(other, match, s => c.EndToEndId[s >> 1], (a, b) => c.Reference[a >> 1] is null || c.Reference[b >> 1] is null, needed: false);

        var last = -1;
        for (var i = 0; i < other.Count; i++)
        {
            if (match[i] >= 0)
            {
                Disputed |= ordered && match[i] < last;
                last = Math.Max(last, match[i]);
                standsFor[other[i]] = merged[match[i]];
            }
            else if (append)
            {
                Disputed = true;
                merged.Add(other[i]);
            }
        }
    }

    private void Match(IReadOnlyList<int> other, int[] match, Func<int, string?> key, Func<int, int, bool> allowed, bool needed)
    {
        var open = new Dictionary<(long Minor, string Key), List<int>>();
        for (var at = 0; at < taken.Count; at++)
        {
            if (!taken[at] && (key(merged[at]) is not null || !needed))
            {
                var k = (c.MinorOf(merged[at]), key(merged[at]) ?? "");
                (open.TryGetValue(k, out var list) ? list : open[k] = []).Add(at);
            }
        }

        for (var i = 0; i < other.Count; i++)
        {
            if (match[i] < 0 && (key(other[i]) is not null || !needed) && open.TryGetValue((c.MinorOf(other[i]), key(other[i]) ?? ""), out var list))
            {
                var found = list.FindIndex(at => allowed(merged[at], other[i]));
                if (found >= 0)
                {
                    match[i] = list[found];
                    taken[list[found]] = true;
                    list.RemoveAt(found);
                }
            }
        }
    }
}
