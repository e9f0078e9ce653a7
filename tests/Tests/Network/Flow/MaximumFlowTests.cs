using FinInvest.Graph.Network.Flow;
using QuikGraph;
using QuikGraph.Algorithms.MaximumFlow;
using Xunit;

namespace FinInvest.Graph.Tests.Network.Flow;

public class MaximumFlowTests
{
    [Fact]
    public void The_value_is_that_of_QuikGraph_on_two_thousand_random_networks()
    {
        for (var seed = 0; seed < 2000; seed++)
        {
            var network = RandomNetworks.Make(seed, 12, 40, 9);
            Assert.Equal(ByQuikGraph(network, 0, network.Nodes - 1), Solved(network, 0, network.Nodes - 1).Value);
        }
    }

    [Fact]
    public void The_value_is_the_smallest_of_all_cuts_on_small_networks()
    {
        for (var seed = 0; seed < 2000; seed++)
        {
            var network = RandomNetworks.Make(100_000 + seed, 7, 18, 12);
            var target = seed % 2 == 0 ? network.Nodes - 1 : 0;
            Assert.Equal(RandomNetworks.SmallestCut(network, network.Nodes - 1 - target, target), Solved(network, network.Nodes - 1 - target, target).Value);
        }
    }

    [Fact]
    public void A_chain_of_a_million_nodes_with_a_credit_at_each_takes_one_phase()
    {
        const int Length = 1_000_000;
        var network = new FlowNetwork<long>(Length + 2, Length * 2);
        for (var v = 1; v <= Length; v++)
        {
            network.Add(0, v, 1);
            network.Add(v, v + 1, v);
        }

        var flow = new MaximumFlow<long>(network, 0, Length + 1);
        Assert.Equal((Length, 1), (flow.Value, flow.Phases));
    }

    [Fact]
    public void A_stored_balance_spent_in_a_hundred_thousand_transfers_takes_few_phases()
    {
        // Account X gets one credit, pays Y at each of its events; Y buys once at the end: 2 chains, many arcs between.
        const int Length = 100_000;
        var network = new FlowNetwork<long>((Length * 2) + 2);
        network.Add(0, 1, Length);
        for (var k = 0; k < Length; k++)
        {
            var (x, y) = (1 + (2 * k), 2 + (2 * k));
            network.Add(x, y, 1);
            if (k < Length - 1)
            {
                network.Add(x, x + 2, Length - k - 1);
            }

            network.Add(y, k < Length - 1 ? y + 2 : (Length * 2) + 1, k + 1);
        }

        var flow = new MaximumFlow<long>(network, 0, (Length * 2) + 1);
        Assert.Equal(Length, flow.Value);
        Assert.InRange(flow.Phases, 1, 2);
    }

    [Fact]
    public void Sums_beyond_the_number_type_are_an_error_and_fit_the_wider_type()
    {
        var narrow = new FlowNetwork<long>(3);
        var wide = new FlowNetwork<Int128>(3);
        for (var i = 0; i < 2; i++)
        {
            narrow.Add(0, 1, long.MaxValue);
            narrow.Add(1, 2, long.MaxValue);
            wide.Add(0, 1, long.MaxValue);
            wide.Add(1, 2, long.MaxValue);
        }

        Assert.Throws<OverflowException>(() => new MaximumFlow<long>(narrow, 0, 2));
        Assert.Equal((Int128)long.MaxValue * 2, new MaximumFlow<Int128>(wide, 0, 2).Value);
    }

    [Fact]
    public void The_two_cuts_are_minimal_and_nearest_their_ends()
    {
        // 0 -3-> 1 -3-> 2 -5-> 3 -3-> 4
        var network = new FlowNetwork<long>(5);
        network.Add(0, 1, 3);
        network.Add(1, 2, 3);
        network.Add(2, 3, 5);
        network.Add(3, 4, 3);
        var flow = new MaximumFlow<long>(network, 0, 4);
        Assert.Equal([true, false, false, false, false], flow.SourceSide());
        Assert.Equal([true, true, true, true, false], flow.TargetSide());
    }

    [Fact]
    public void Reduction_keeps_the_value_and_drops_what_lies_on_no_path()
    {
        for (var seed = 0; seed < 1000; seed++)
        {
            var network = RandomNetworks.Make(200_000 + seed, 12, 30, 9);
            var roles = new NodeRole[network.Nodes];
            roles[0] = NodeRole.Source;
            roles[^1] = NodeRole.Target;
            var reduced = new ReducedNetwork<long>(network, roles);
            var flow = new MaximumFlow<long>(reduced.Network, reduced.Source, reduced.Target);
            Assert.Equal(Solved(network, 0, network.Nodes - 1).Value, flow.Value);
            Assert.InRange(reduced.Network.Count, 0, network.Count);
        }
    }

    [Fact]
    public void Reach_is_the_same_whatever_the_order_of_the_arcs()
    {
        const int Length = 5000;
        var upward = new FlowNetwork<long>(Length);
        var downward = new FlowNetwork<long>(Length);
        for (var v = 0; v < Length - 1; v++)
        {
            upward.Add(v, v + 1, 1);
            downward.Add(Length - 2 - v, Length - 1 - v, 1);
        }

        var roles = new NodeRole[Length];
        roles[0] = NodeRole.Source;
        roles[^1] = NodeRole.Target;
        Assert.Equal(Reach.Forward(upward, roles), Reach.Forward(downward, roles));
        Assert.All(Reach.Backward(upward, roles, Reach.Forward(upward, roles)), r => Assert.True(r));
    }

    /// <summary>Solved, with every property that a flow and its cuts must have.</summary>
    private static MaximumFlow<long> Solved(FlowNetwork<long> network, int source, int target)
    {
        var flow = new MaximumFlow<long>(network, source, target);
        var net = new long[network.Nodes];
        for (var a = 0; a < network.Count; a++)
        {
            var f = flow.FlowOn(a);
            Assert.InRange(f, 0, network.Capacity[a]);
            net[network.From[a]] -= f;
            net[network.To[a]] += f;
        }

        for (var v = 0; v < net.Length; v++)
        {
            Assert.Equal(v == target ? flow.Value : v == source ? -flow.Value : 0, net[v]);
        }

        var near = flow.SourceSide();
        var far = flow.TargetSide();
        Assert.Equal(flow.Value, RandomNetworks.CutCapacity(network, near));
        Assert.Equal(flow.Value, RandomNetworks.CutCapacity(network, far));
        Assert.True(near[source] && far[source] && !near[target] && !far[target]);
        Assert.All(Enumerable.Range(0, net.Length), v => Assert.True(far[v] || !near[v]));
        return flow;
    }

    private static long ByQuikGraph(FlowNetwork<long> network, int source, int target)
    {
        var graph = new AdjacencyGraph<int, EquatableTaggedEdge>();
        graph.AddVertexRange(Enumerable.Range(0, network.Nodes));
        for (var a = 0; a < network.Count; a++)
        {
            graph.AddEdge(new EquatableTaggedEdge(network.From[a], network.To[a], network.Capacity[a], a));
        }

        var number = network.Count;
        using var reversed = new ReversedEdgeAugmentorAlgorithm<int, EquatableTaggedEdge>(graph, (u, v) => new EquatableTaggedEdge(u, v, 0, number++));
        reversed.AddReversedEdges();
        var algorithm = new EdmondsKarpMaximumFlowAlgorithm<int, EquatableTaggedEdge>(graph, e => e.Capacity, (u, v) => new EquatableTaggedEdge(u, v, 0, number++), reversed);
        algorithm.Compute(source, target);
        return (long)algorithm.MaxFlow;
    }

    /// <summary>An edge that is equal only to itself, so that parallel ones stay apart.</summary>
    private sealed record EquatableTaggedEdge(int Source, int Target, long Capacity, int Number) : IEdge<int>;
}
