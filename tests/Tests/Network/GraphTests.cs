using FinInvest.Graph.Network;
using Xunit;

namespace FinInvest.Graph.Tests.Network;

public class GraphTests
{
    [Fact]
    public void Arcs_keep_the_order_in_which_they_were_given()
    {
        var graph = Adjacency.Of(3, [1, 0, 1, 1], [2, 1, 1, 2]);
        Assert.Equal([2, 1, 2], graph.Out(1).ToArray());
        Assert.Equal([1, 0, 2, 3], graph.Arc);
    }

    [Fact]
    public void An_arc_to_a_node_that_is_not_there_is_refused() => Assert.Throws<ArgumentException>(() => Adjacency.Of(2, [0], [2]));

    [Fact]
    public void Components_equal_mutual_reach_and_are_numbered_against_the_arcs()
    {
        var random = new Random(11);
        for (var round = 0; round < 500; round++)
        {
            var (n, from, to) = Random(random);
            var graph = Adjacency.Of(n, from, to);
            var found = StronglyConnectedComponents.Find(graph);
            var reach = Reach(n, from, to);
            for (var a = 0; a < n; a++)
            {
                for (var b = 0; b < n; b++)
                {
                    Assert.Equal(a == b || (reach[a, b] && reach[b, a]), found.Component[a] == found.Component[b]);
                }
            }

            Assert.All(Enumerable.Range(0, from.Length), i => Assert.True(found.Component[from[i]] >= found.Component[to[i]]));
            Assert.Equal(found.Component.Distinct().Count(), found.Count);
        }
    }

    [Fact]
    public void A_chain_of_a_million_nodes_needs_no_stack()
    {
        var n = 1_000_000;
        var graph = Adjacency.Of(n, [.. Enumerable.Range(0, n - 1)], [.. Enumerable.Range(1, n - 1)]);
        Assert.Equal(n, StronglyConnectedComponents.Find(graph).Count);
        Assert.Equal(n, TopologicalOrder.Find(graph).Length);
    }

    [Fact]
    public void The_order_takes_the_lowest_free_node_and_leaves_out_what_follows_a_cycle()
    {
        Assert.Equal([0, 2, 1, 3], TopologicalOrder.Find(Adjacency.Of(4, [2, 0], [1, 3])));
        Assert.Equal([2, 1, 0, 3], TopologicalOrder.Find(Adjacency.Of(4, [2, 0], [1, 3]), [5, 4, 3, 6]));
        Assert.Equal([3], TopologicalOrder.Find(Adjacency.Of(4, [0, 1, 1], [1, 0, 2])));
    }

    private static (int N, int[] From, int[] To) Random(Random random)
    {
        var n = random.Next(1, 12);
        var m = random.Next(0, 20);
        return (n, [.. Enumerable.Range(0, m).Select(_ => random.Next(n))], [.. Enumerable.Range(0, m).Select(_ => random.Next(n))]);
    }

    private static bool[,] Reach(int n, int[] from, int[] to)
    {
        var reach = new bool[n, n];
        for (var i = 0; i < from.Length; i++)
        {
            reach[from[i], to[i]] = true;
        }

        for (var k = 0; k < n; k++)
        {
            for (var a = 0; a < n; a++)
            {
                for (var b = 0; b < n; b++)
                {
                    reach[a, b] |= reach[a, k] && reach[k, b];
                }
            }
        }

        return reach;
    }
}
