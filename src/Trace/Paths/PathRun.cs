using System.Numerics;
using FinInvest.Graph.Network;

namespace FinInvest.Graph.Trace.Paths;

/// <summary>One search: starts and ends whose paths have equally many links, and the least weight of a hop.</summary>
internal sealed record PathRun(StartSet Starts, PathTarget Target, long WeightMin)
{
    public int LinkCount => Starts.LinkCount + Target.LinkCount;

    /// <summary>Whether moments of links have to be kept, which places do not tell.</summary>
    public bool IsTimed => Starts.Starts.Any(s => s.IsLinked && s.Low > long.MinValue) || Target.Ends.Any(e => e.Time.Low == long.MinValue && e.Time.High < long.MaxValue);

    /// <summary>
    /// The searches that together answer a question. Where links stand on both sides each start is taken alone, with the ends whose links name none of its
    /// parties, since no party comes twice (definitions F2).
    /// </summary>
    /// <param name="carried">The least share of the proceeds a path begins with that each hop must carry, or null.</param>
    public static IReadOnlyList<PathRun> All(IReadOnlyList<StartSet> sets, IReadOnlyList<PathTarget> targets, long weightMin, decimal? carried, bool partiesTwice)
    {
        var runs = new List<PathRun>();
        foreach (var set in sets.SelectMany(s => Thresholds(s, weightMin, carried)))
        {
            foreach (var target in targets)
            {
                if (set.Starts.LinkCount == 0 || target.LinkCount == 0 || partiesTwice)
                {
                    runs.Add(new PathRun(set.Starts, target, set.WeightMin));
                    continue;
                }

                foreach (var start in set.Starts.Starts)
                {
                    var named = set.Starts.Chains[start.Id].Nodes.ToHashSet(StringComparer.Ordinal);
                    IReadOnlyList<PathEnd> ends = [.. target.Ends.Where(e => !target.Chains[e.Id].Nodes.Any(named.Contains))];
                    if (ends.Count > 0)
                    {
                        runs.Add(new PathRun(set.Starts with { Starts = [start] }, target with { Ends = ends }, set.WeightMin));
                    }
                }
            }
        }

        return runs;
    }

    /// <summary>Starts by the least weight that a share of their own amount asks for.</summary>
    private static IEnumerable<(StartSet Starts, long WeightMin)> Thresholds(StartSet set, long weightMin, decimal? carried)
    {
        if (carried is not { } share || set.LinkCount > 0 || set.Marks.Any(m => m is null))
        {
            return [(set, weightMin)];
        }

        return set.Starts.GroupBy(s => Math.Max(weightMin, Least(share, s.Weight))).OrderBy(g => g.Key).Select(g => (set with { Starts = [.. g] }, g.Key));
    }

    /// <summary>Share * amount, rounded up, exactly.</summary>
    private static long Least(decimal share, long amount)
    {
        var parts = new BigInteger(share * 1_000_000_000_000m);
        var (whole, rest) = BigInteger.DivRem(parts * amount, 1_000_000_000_000);
        return (long)(rest.IsZero ? whole : whole + 1);
    }
}
