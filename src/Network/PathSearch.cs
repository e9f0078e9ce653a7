namespace FinInvest.Graph.Network;

/// <summary>
/// The k best simple time-respecting paths, exactly: one path is one node sequence, ranked by its best chain (key, hops, places of edges).
/// <code>
///  for h = 0, 1, 2 ...        layers from both sides (walks of exactly h edges) -> chains walked in order, one a sequence
///  Width, Arrival             the k-th best value first: take a handful above a threshold, raise it to their k-th, until all above are known
/// </code>
/// Keeps its layers between searches; one instance serves one thread at a time.
/// </summary>
public sealed class PathSearch<TTimes>
    where TTimes : struct, IEdgeTimes
{
    private const int HopsLimit = 60;

    private readonly TemporalGraph graph;
    private readonly TTimes times;
    private readonly ReachLayers<TTimes> layers;
    private readonly ChainWalk<TTimes> walk;

    public PathSearch(TemporalGraph graph, TTimes times)
    {
        this.graph = graph;
        this.times = times;
        layers = new ReachLayers<TTimes>(graph);
        walk = new ChainWalk<TTimes>(graph, layers);
    }

    /// <exception cref="ArgumentException">K below 1 or HopsMax outside 0 to 60.</exception>
    public PathAnswer Find(PathQuery asked)
    {
        if (asked.K < 1 || asked.HopsMax is < 0 or > HopsLimit)
        {
            throw new ArgumentException($"k = {asked.K} and at most {asked.HopsMax} hops: k is at least 1, hops are 0 to {HopsLimit}.", nameof(asked));
        }

        var query = asked with { Starts = [.. asked.Starts.OrderBy(s => s.Place)], Ends = [.. asked.Ends.OrderBy(e => e.Place)] };
        layers.WorkMax = query.WorkMax;
        layers.Work = 0;
        var exact = true;
        var ranked = query.Ranking == PathRanking.Hops ? ByHops(query, ref exact) : ByQuality(query, ref exact);
        var tiesCut = ranked.Count > query.K + query.TiesMax;
        var work = layers.Work;
        var (sequences, chains, counted) = query.CountWorkMax > 0 ? Count(query) : (ranked.Count, 0, false);
        return new PathAnswer([.. ranked.Take(query.K + query.TiesMax).Select(c => Show(c, query))], Math.Max(sequences, ranked.Count), chains, exact, counted, tiesCut, work);
    }

    private List<FoundChain> ByHops(PathQuery query, ref bool exact)
    {
        var found = new List<FoundChain>();
        var filter = Filter(query, long.MinValue);
        layers.Begin(query, filter);
        for (var h = 0; h <= query.HopsMax && found.Count < query.K && layers.Join(h, filter); h++)
        {
            walk.Find(h, query, filter, found, query.K + query.TiesMax + 1);
        }

        exact = layers.Work <= layers.WorkMax;
        return found;
    }

    private List<FoundChain> ByQuality(PathQuery query, ref bool exact)
    {
        var handful = Math.Max(query.Sample, 2 * query.K);
        var known = Best(query, long.MinValue, handful, out var all);
        if (!all)
        {
            var kth = Quality(query, known[query.K - 1]);
            while (true)
            {
                var above = Best(query, kth + 1, handful, out all);
                if (layers.Work > layers.WorkMax)
                {
                    known = above.Count > 0 ? Merge(query, above, known) : known;
                    break;
                }

                known = above;
                if (all)
                {
                    break;
                }

                kth = Quality(query, above[query.K - 1]);
            }

            if (known.Count < query.K && layers.Work <= layers.WorkMax)
            {
                AddTies(query, kth, known);
                exact = layers.Work <= layers.WorkMax;
                return known;
            }
        }

        exact = layers.Work <= layers.WorkMax;
        var last = known.Count < query.K ? null : known[query.K - 1];
        return [.. known.Where((c, i) => i < query.K || (Quality(query, c) == Quality(query, last!) && c.Hops == last!.Hops))];
    }

    /// <summary>Sequences at least as good as a threshold, each with its best chain, best first.</summary>
    /// <param name="all">False when a limit cut them: then there are at least that many.</param>
    private List<FoundChain> Best(PathQuery query, long quality, int limit, out bool all)
    {
        var found = new List<FoundChain>();
        var filter = Filter(query, quality);
        layers.Begin(query, filter);
        all = true;
        for (var h = 0; h <= query.HopsMax && all && layers.Join(h, filter); h++)
        {
            walk.Find(h, query, filter, found, limit);
            all = !walk.IsCut;
        }

        all |= found.Count < limit;
        return Sorted(query, found.Select(c => new SequenceChains<TTimes>(graph, query, times, c.Nodes).Best(c)));
    }

    /// <summary>Adds paths of exactly that quality, fewest hops first, until k are there and the last hop count is complete.</summary>
    private void AddTies(PathQuery query, long quality, List<FoundChain> better)
    {
        var filter = Filter(query, quality);
        var seen = better.Select(c => new NodeSequence(c.Nodes)).ToHashSet();
        var ties = new List<FoundChain>();
        layers.Begin(query, filter);
        for (var h = 0; h <= query.HopsMax && better.Count + ties.Count < query.K && layers.Join(h, filter); h++)
        {
            var found = new List<FoundChain>();
            walk.Find(h, query, filter, found, better.Count + query.K + query.TiesMax + 1);
            ties.AddRange(found.Where(c => !seen.Contains(new NodeSequence(c.Nodes))));
        }

        better.AddRange(ties);
    }

    private static List<FoundChain> Merge(PathQuery query, List<FoundChain> a, List<FoundChain> b) => Sorted(query, a.Concat(b).DistinctBy(c => new NodeSequence(c.Nodes)));

    private static List<FoundChain> Sorted(PathQuery query, IEnumerable<FoundChain> chains) => [.. chains.Order(new ChainOrder(query.Ranking))];

    private static long Quality(PathQuery query, FoundChain chain) => query.Ranking == PathRanking.Width ? chain.Width : -chain.Moment;

    private ArcFilter<TTimes> Filter(PathQuery query, long quality) => query.Ranking switch
    {
        PathRanking.Width => new ArcFilter<TTimes>(times, query, Math.Max(query.WeightMin, quality), long.MaxValue),
        PathRanking.Arrival => new ArcFilter<TTimes>(times, query, query.WeightMin, quality == long.MinValue ? long.MaxValue : -quality),
        _ => new ArcFilter<TTimes>(times, query, query.WeightMin, long.MaxValue),
    };

    private (long Sequences, long Chains, bool Complete) Count(PathQuery query)
    {
        var filter = Filter(query, long.MinValue);
        layers.Work = 0;
        layers.WorkMax = query.CountWorkMax;
        layers.Begin(query, filter);
        var count = new ChainCount<TTimes>(graph, layers, query, filter);
        for (var h = 0; h <= query.HopsMax && !count.IsCut && layers.Join(h, filter); h++)
        {
            count.Count(h);
        }

        return (count.Sequences, count.Chains, layers.Work <= layers.WorkMax);
    }

    private FoundPath Show(FoundChain chain, PathQuery query)
    {
        var moment = chain.Start.Low;
        foreach (var e in chain.Edges)
        {
            moment = Math.Max(Math.Max(moment, times.Departure(e).Low), times.Arrival(e).Low);
        }

        return new FoundPath(chain.Nodes, chain.Edges, chain.Start.Id, chain.End.Id, chain.Width, Math.Max(moment, chain.End.Time.Low),
            query.CountWorkMax == 0 ? -1 : new SequenceChains<TTimes>(graph, query, times, chain.Nodes).Count(Math.Max(query.CountWorkMax, 100_000)));
    }
}
