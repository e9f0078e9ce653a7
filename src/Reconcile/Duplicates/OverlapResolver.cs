using FinInvest.Graph.Reconcile.Columns;
using FinInvest.Graph.Reconcile.Order;
using FinInvest.Graph.Reconcile.Statements;

namespace FinInvest.Graph.Reconcile.Duplicates;

/// <summary>
/// Makes one account's reconciled periods out of its listings (definitions A7, A8). Listings that share a day are one cluster: first the largest
/// multiplicity, then the sum, then the listings that reconcile alone, else the stretch is OUTSIDE. Reconciliation is the arbiter.
/// </summary>
/// <param name="standsFor">Filled: a side that repeats another one and the side that counts.</param>
internal sealed class OverlapResolver(PostingColumns c, List<string> notes, Dictionary<int, int> standsFor)
{
    public IReadOnlyList<Period> Resolve(IEnumerable<Listing> listings)
    {
        var periods = new List<Period>();
        foreach (var cluster in Clusters(listings))
        {
            Resolve(cluster, periods);
        }

        return [.. periods.OrderBy(p => p.Days.From)];
    }

    private static List<List<Listing>> Clusters(IEnumerable<Listing> listings)
    {
        var clusters = new List<List<Listing>>();
        var end = new Day(int.MinValue);
        foreach (var listing in listings.OrderBy(l => l.Period.From).ThenBy(l => l.Period.To).ThenBy(l => l.Document.Hex, StringComparer.Ordinal).ThenBy(l => l.Id, StringComparer.Ordinal))
        {
            if (clusters.Count == 0 || listing.Period.From > end)
            {
                clusters.Add([]);
                end = listing.Period.To;
            }

            clusters[^1].Add(listing);
            end = listing.Period.To > end ? listing.Period.To : end;
        }

        return clusters;
    }

    private void Resolve(List<Listing> cluster, List<Period> periods)
    {
        if (cluster.Count == 1)
        {
            if (cluster[0].Reconciles)
            {
                periods.Add(new Period(cluster[0].Period, cluster[0].Opening, cluster[0].Closing, cluster[0].Sides,
                    cluster[0].Ordered ? null : BookingOrder.UnevidencedDays(c, cluster[0].Sides)));
                return;
            }

            Outside(cluster);
            return;
        }

        NoteBoundaryDays(cluster);
        if ((Largest(cluster) ?? Sum(cluster)) is { } merged)
        {
            periods.Add(merged);
            return;
        }

        var alone = cluster.Where(l => l.Reconciles).ToList();
        if (alone.Count == 0)
        {
            Outside(cluster);
        }
        else if (alone.Count < cluster.Count)
        {
            // Rows of the listings that fail are not relied on, not even as a second report of the same booking.
            foreach (var part in Clusters(alone))
            {
                Resolve(part, periods);
            }
        }
        else
        {
            Join(cluster, periods);
        }
    }

    private void Outside(List<Listing> cluster)
    {
        if (cluster.Exists(l => l.Stated))
        {
            notes.Add($"OUTSIDE: {c.Names[cluster[0].Account]} {Span(cluster)}");
        }
    }

    private static DayRange Span(List<Listing> cluster) => new(cluster[0].Period.From, cluster.Select(l => l.Period.To).Max());

    private void NoteBoundaryDays(List<Listing> cluster)
    {
        for (var i = 1; i < cluster.Count; i++)
        {
            var (a, b) = (cluster[i - 1], cluster[i]);
            if (a.Stated && b.Stated && a.Period.To == b.Period.From && a.Period.From < b.Period.From)
            {
                notes.Add($"statements {a.Id} and {b.Id} of {c.Names[a.Account]} share the boundary day {b.Period.From}");
            }
        }
    }

    /// <summary>Each booking with the largest multiplicity seen; null where that does not foot.</summary>
    private Period? Largest(List<Listing> cluster)
    {
        var sides = new List<int>();
        var unevidenced = new HashSet<int>();
        var found = new Dictionary<int, int>();
        var merge = new DayMerge(c, found);
        foreach (var (day, parts) in ByDay(cluster))
        {
            var order = parts.OrderByDescending(p => p.Sides.Count).ThenBy(p => p.Listing.Ordered ? 0 : 1).ToList();
            merge.Start(order[0].Sides);
            foreach (var part in order.Skip(1))
            {
                merge.Add(part.Sides, part.Listing.Ordered);
            }

            if (merge.Merged.Count > 1 && (merge.Disputed || (!order[0].Listing.Ordered && BookingOrder.UnevidencedDays(c, [.. merge.Merged]) is not null)))
            {
                unevidenced.Add(day);
            }

            sides.AddRange(merge.Merged);
        }

        return Foot(cluster, sides, unevidenced, found);
    }

    private Period? Sum(List<Listing> cluster)
    {
        var sides = new List<int>();
        var unevidenced = new HashSet<int>();
        foreach (var (day, parts) in ByDay(cluster))
        {
            if (parts.Count > 1)
            {
                unevidenced.Add(day);
            }

            sides.AddRange(parts.SelectMany(p => p.Sides));
        }

        var period = Foot(cluster, sides, unevidenced, []);
        if (period is not null)
        {
            notes.Add($"the sum of statements {string.Join(", ", cluster.Select(l => l.Id))} is used for {c.Names[cluster[0].Account]} {Span(cluster)}: "
                + "the largest multiplicity breaks the balance, the sum mends it");
        }

        return period;
    }

    /// <summary>Rows by day, ascending; the listings of a day in cluster order.</summary>
    private SortedDictionary<int, List<(Listing Listing, IReadOnlyList<int> Sides)>> ByDay(List<Listing> cluster)
    {
        var days = new SortedDictionary<int, List<(Listing, IReadOnlyList<int>)>>();
        foreach (var listing in cluster)
        {
            foreach (var day in listing.Sides.GroupBy(c.DayOf))
            {
                (days.TryGetValue(day.Key, out var parts) ? parts : days[day.Key] = []).Add((listing, day.ToList()));
            }
        }

        return days;
    }

    private Period? Foot(List<Listing> cluster, List<int> sides, HashSet<int> unevidenced, Dictionary<int, int> found)
    {
        var span = Span(cluster);
        var sum = sides.Sum(c.MinorOf);
        var openings = cluster.Where(l => l.Period.From == span.From).OrderBy(l => l.Reconciles ? 0 : 1).Select(l => l.Opening).Distinct().ToList();
        var closings = cluster.Where(l => l.Period.To == span.To).OrderBy(l => l.Reconciles ? 0 : 1).Select(l => l.Closing).Distinct().ToList();
        foreach (var opening in openings)
        {
            if (closings.Contains(opening + sum))
            {
                foreach (var (side, kept) in found)
                {
                    standsFor[side] = kept;
                }

                return new Period(span, opening, opening + sum, [.. sides], unevidenced.Count == 0 ? null : unevidenced);
            }
        }

        return null;
    }

    /// <summary>On shared days the rows of later listings report the movements of the first.</summary>
    private void Report(IEnumerable<Listing> listings, IReadOnlyList<Period> periods)
    {
        var kept = periods.SelectMany(p => p.Sides).ToLookup(c.DayOf);
        var merge = new DayMerge(c, standsFor);
        foreach (var day in listings.SelectMany(l => l.Sides.GroupBy(c.DayOf)))
        {
            merge.Start(kept[day.Key]);
            merge.Add([.. day], ordered: false, append: false);
        }
    }

    /// <summary>Listings that each reconcile but contradict each other: the earlier one up to its end, then the rest of the next.</summary>
    private void Join(List<Listing> cluster, List<Period> periods)
    {
        notes.Add($"statements {string.Join(", ", cluster.Select(l => l.Id))} of {c.Names[cluster[0].Account]} each reconcile but contradict each other: "
            + "on shared days the first counts");
        var from = periods.Count;
        var end = new Day(int.MinValue);
        foreach (var listing in cluster.Where(l => l.Period.To > end))
        {
            var before = listing.Sides.Where(s => c.DayOf(s) <= end.Number).Sum(c.MinorOf);
            int[] rest = [.. listing.Sides.Where(s => c.DayOf(s) > end.Number)];
            var start = end >= listing.Period.From ? end.AddDays(1) : listing.Period.From;
            periods.Add(new Period(new DayRange(start, listing.Period.To), listing.Opening + before, listing.Closing, rest,
                listing.Ordered ? null : BookingOrder.UnevidencedDays(c, rest)));
            end = listing.Period.To;
        }

        Report(cluster.Skip(1), periods[from..]);
    }
}
