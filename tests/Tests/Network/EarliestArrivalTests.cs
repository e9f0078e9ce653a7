using FinInvest.Graph.Network;
using Xunit;

namespace FinInvest.Graph.Tests.Network;

public class EarliestArrivalTests
{
    [Fact]
    public void Earliest_arrivals_equal_brute_force_with_and_without_a_limit_of_hops()
    {
        var random = new Random(31);
        var reached = 0;
        for (var round = 0; round < 1000; round++)
        {
            var n = random.Next(2, 9);
            var size = random.Next(1, 30);
            var places = Enumerable.Range(0, size * 2).ToArray();
            random.Shuffle(places.AsSpan(0, size));
            var edges = Enumerable.Range(0, size).Select(i => (From: random.Next(n), To: random.Next(n), A: places[i * 2], B: places[(i * 2) + 1]))
                .Select(e => (e.From, e.To, Depart: Math.Min(e.A, e.B), Arrive: Math.Max(e.A, e.B))).OrderBy(e => e.Arrive).ToList();
            int[] from = [.. edges.Select(e => e.From)], to = [.. edges.Select(e => e.To)], depart = [.. edges.Select(e => e.Depart)], arrive = [.. edges.Select(e => e.Arrive)];
            var frontier = new ArrivalFrontier(new TemporalGraph(n, size * 2, from, to, depart, arrive, new long[size]));
            var search = new EarliestArrival(n, from, to, depart, arrive);
            var place = random.Next(-1, size);
            var until = random.Next(2) == 0 ? EarliestArrival.Never : random.Next(size, size * 2);
            for (var hops = 0; hops < 5; hops++)
            {
                var want = Brute(edges, n, place, until, hops);
                search.Search(0, place, hops, until);
                Assert.Equal(want, Enumerable.Range(0, n).Select(v => search[v]));
                frontier.Search(0, place, hops, until);
                Assert.Equal(want, Enumerable.Range(0, n).Select(v => frontier[v]));
                Assert.Equal(want.Count(a => a != EarliestArrival.Never), frontier.Reached.Length);
                reached += want.Count(a => a != EarliestArrival.Never);
            }

            search.Search(0, place, until);
            var all = Brute(edges, n, place, until, n * size);
            Assert.Equal(all, Enumerable.Range(0, n).Select(v => search[v]));
            Assert.Equal(all.Skip(1).Count(a => a != EarliestArrival.Never), search.Reached);
        }

        Assert.True(reached > 6000);
    }

    private static int[] Brute(List<(int From, int To, int Depart, int Arrive)> edges, int n, int place, int until, int hops)
    {
        var best = Enumerable.Range(0, n).Select(v => v == 0 ? place : EarliestArrival.Never).ToArray();
        for (var hop = 0; hop < hops; hop++)
        {
            var next = best.ToArray();
            foreach (var e in edges.Where(e => e.Arrive < until && best[e.From] < e.Depart))
            {
                next[e.To] = Math.Min(next[e.To], e.Arrive);
            }

            if (next.SequenceEqual(best))
            {
                break;
            }

            best = next;
        }

        return best;
    }
}
