using FinInvest.Graph.Network;
using Xunit;

namespace FinInvest.Graph.Tests.Network;

public class PathSearchTests
{
    [Theory]
    [InlineData(PathRanking.Hops, 1)]
    [InlineData(PathRanking.Width, 2)]
    [InlineData(PathRanking.Arrival, 3)]
    public void The_k_best_paths_equal_brute_force_on_generated_multigraphs(PathRanking ranking, int seed)
    {
        var random = new Random(seed);
        var paths = 0;
        for (var round = 0; round < 2500; round++)
        {
            var (graph, times, edges, query) = Generated(random, ranking);
            var answer = new PathSearch<Times>(graph, times).Find(query);
            var brute = new BrutePaths(edges, query, !times.FollowPlaces);
            var all = brute.All();
            var ranked = brute.Ranked();
            Assert.Equal(all.Count, answer.Chains);
            Assert.Equal(all.Select(c => string.Join(',', c.Nodes)).Distinct().LongCount(), answer.Sequences);
            Assert.True(answer.Exact && answer.Counted);
            Assert.Equal(ranked.Select(r => Told(r.Best.Nodes, r.Best.Edges, r.Best.Start.Id, r.Best.End.Id, r.Best.Width, r.Chains)),
                answer.Paths.Select(p => Told(p.Nodes, p.Edges, p.Start, p.End, p.Width, p.Chains)));
            if (ranking == PathRanking.Arrival)
            {
                Assert.Equal(ranked.Select(r => r.Best.Moment), answer.Paths.Select(p => p.Arrival));
            }

            paths += ranked.Count;
        }

        Assert.True(paths > 2500, $"only {paths} paths were compared");
    }

    [Fact]
    public void Three_parallel_edges_on_four_hops_are_one_path_of_81_chains()
    {
        var edges = Enumerable.Range(0, 12).Select(i => new BrutePaths.Edge(i / 3, (i / 3) + 1, i * 2, (i * 2) + 1, 100 - i, default, default)).ToList();
        var answer = Search(edges, new PathQuery([new PathStart(0, -1, 1000, 0, 0)], [new PathEnd(4, int.MaxValue, 1000, Open, 0)]) { Ranking = PathRanking.Width });
        var path = Assert.Single(answer.Paths);
        Assert.Equal(81, path.Chains);
        Assert.Equal((1, 81), (answer.Sequences, answer.Chains));
        Assert.Equal([0, 3, 6, 9], path.Edges);
        Assert.Equal(91, path.Width);
    }

    [Fact]
    public void A_search_that_runs_out_of_work_says_so()
    {
        var random = new Random(5);
        var edges = Enumerable.Range(0, 3000).Select(i => new BrutePaths.Edge(random.Next(20), random.Next(20, 40), i * 2, (i * 2) + 1, 1, default, default)).ToList();
        edges.AddRange(Enumerable.Range(3000, 3000).Select(i => new BrutePaths.Edge(random.Next(20, 40), random.Next(20), i * 2, (i * 2) + 1, 1, default, default)));
        var answer = Search(edges, new PathQuery([new PathStart(0, -1, 1, 0, 0)], [new PathEnd(1, int.MaxValue, 1, Open, 0)]) { K = 10_000, WorkMax = 2000, CountWorkMax = 2000 });
        Assert.False(answer.Exact);
        Assert.False(answer.Counted);
    }

    private static TimeInterval Open => new(long.MinValue, long.MaxValue);

    private static PathAnswer Search(List<BrutePaths.Edge> edges, PathQuery query) => new PathSearch<Times>(Graph(edges, 50), new Times(edges, true)).Find(query);

    private static TemporalGraph Graph(List<BrutePaths.Edge> edges, int count) => new(count, edges.Count == 0 ? 1 : edges.Max(e => e.Arrive) + 1,
        [.. edges.Select(e => e.From)], [.. edges.Select(e => e.To)], [.. edges.Select(e => e.Depart)], [.. edges.Select(e => e.Arrive)], [.. edges.Select(e => e.Weight)]);

    private static string Told(IReadOnlyList<int> nodes, IReadOnlyList<int> edges, int start, int end, long width, long chains)
        => $"{string.Join('>', nodes)} by {string.Join(',', edges)} from {start} to {end}, width {width}, {chains} chains";

    /// <summary>Loops, parallel edges, equal days, instants among days, several starts and ends, ties of weight.</summary>
    private static (TemporalGraph Graph, Times Times, List<BrutePaths.Edge> Edges, PathQuery Query) Generated(Random random, PathRanking ranking)
    {
        var count = random.Next(2, 8);
        var size = random.Next(0, 45);
        var places = Enumerable.Range(0, size * 2).ToArray();
        for (var i = 0; i + 8 <= places.Length; i += 8)
        {
            random.Shuffle(places.AsSpan(i, 8));
        }

        var edges = new List<BrutePaths.Edge>();
        var exact = random.Next(2) == 0;
        for (var i = 0; i < size; i++)
        {
            var (a, b) = (Math.Min(places[i * 2], places[(i * 2) + 1]), Math.Max(places[i * 2], places[(i * 2) + 1]));
            edges.Add(new BrutePaths.Edge(random.Next(count), random.Next(count), a, b, random.Next(1, 8), Interval(a), Interval(b)));
        }

        TimeInterval Interval(int place)
        {
            var moment = (place * 3) + (exact ? 0 : random.Next(-4, 5));
            var day = moment / 10 * 10;
            return random.Next(3) == 0 ? new TimeInterval(moment, moment) : new TimeInterval(day, day + 9);
        }

        var starts = Enumerable.Range(0, random.Next(1, 4)).Select(i => new PathStart(random.Next(count), Free(i), random.Next(2, 9), random.Next(0, 15), i)).ToList();
        var ends = random.Next(3) == 0
            ? [new PathEnd(random.Next(count), int.MaxValue, long.MaxValue, Open, 0)]
            : Enumerable.Range(0, random.Next(1, 4)).Select(i => (Place: (size * 2) + 100 - Free(i), Id: i))
                .Select(p => new PathEnd(random.Next(count), p.Place, random.Next(2, 9), Interval(p.Place), p.Id)).ToList();
        int Free(int i) => (i * 7) + random.Next(7) - 1;
        var query = new PathQuery(starts, ends)
        {
            Ranking = ranking,
            K = random.Next(1, 9),
            TiesMax = random.Next(0, 6),
            HopsMax = random.Next(0, 7),
            Ordered = ranking == PathRanking.Arrival || random.Next(5) != 0,
            WeightMin = random.Next(4) == 0 ? 3 : long.MinValue,
            Window = random.Next(4) == 0 ? new TimeInterval(random.Next(0, 20), random.Next(60, 130)) : null,
            GapMax = random.Next(4) == 0 ? random.Next(5, 60) : null,
            Sample = random.Next(1, 9),
            CountWorkMax = 50_000_000,
        };
        return (Graph(edges, count), new Times(edges, random.Next(3) > 0 && ranking != PathRanking.Arrival), edges, query);
    }

    internal readonly struct Times(List<BrutePaths.Edge> edges, bool followPlaces) : IEdgeTimes
    {
        public bool FollowPlaces => followPlaces;

        public TimeInterval Departure(int edge) => edges[edge].Leaves;

        public TimeInterval Arrival(int edge) => edges[edge].Comes;
    }
}
