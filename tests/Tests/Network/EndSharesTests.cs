using FinInvest.Graph.Network;
using Xunit;

namespace FinInvest.Graph.Tests.Network;

public class EndSharesTests
{
    [Fact]
    public void Shares_of_all_nodes_at_once_equal_the_walk_from_each_with_loops_and_closed_loops()
    {
        var random = new Random(77);
        var compared = 0;
        for (var round = 0; round < 600; round++)
        {
            var n = random.Next(2, 12);
            List<int> from = [], to = [];
            List<double> share = [];
            for (var v = 0; v < n; v++)
            {
                var arcs = random.Next(3) == 0 ? 0 : random.Next(1, 4);
                var left = random.Next(3) == 0 ? 1.0 : random.NextDouble();
                for (var a = 0; a < arcs; a++)
                {
                    var part = a == arcs - 1 ? left : left * random.NextDouble();
                    left -= part;
                    from.Add(v);
                    to.Add(random.Next(n));
                    share.Add(part);
                }
            }

            var graph = Adjacency.Of(n, [.. from], [.. to]);
            double[] shares = [.. graph.Arc.Select(a => share[a])];
            var table = new EndShares(graph, shares);
            var walk = new AbsorbingWalk(graph, shares);
            for (var v = 0; v < n; v++)
            {
                var hits = walk.Hits(v);
                for (var w = 0; w < n; w++)
                {
                    if (graph.Out(w).IsEmpty)
                    {
                        var told = table.Of(v).ToArray().Where(p => p.End == w).Sum(p => p.Share);
                        Assert.Equal(v == w ? 0 : hits[w], told, 1e-9);
                        compared += told > 0 ? 1 : 0;
                    }
                }
            }
        }

        Assert.True(compared > 2500, $"{compared} shares compared.");
    }
}
