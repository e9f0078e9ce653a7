using System.Numerics;
using System.Runtime.CompilerServices;

namespace FinInvest.Graph.Network.Flow;

/// <summary>
/// A network with one source and one target, without what cannot lie on a path between them. The order of the nodes is kept, so that arcs that led
/// upwards still do: source first, target last.
/// </summary>
public sealed class ReducedNetwork<T>
    where T : struct, IBinaryInteger<T>
{
    /// <param name="roles">One role a node.</param>
    /// <param name="everyNodeReached">The caller has left out what no source reaches (or does not mind it): only what leads to no target is dropped.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ReducedNetwork(FlowNetwork<T> network, ReadOnlySpan<NodeRole> roles, bool everyNodeReached = false)
    {
        var both = everyNodeReached ? Reach.Backward(network, roles) : Reach.Backward(network, roles, Reach.Forward(network, roles));
        var number = new int[network.Nodes];
        var nodes = 1;
        for (var v = 0; v < number.Length; v++)
        {
            number[v] = roles[v] == NodeRole.Inner && both[v] ? nodes++ : -1;
        }

        var original = new int[nodes + 1];
        original[0] = original[nodes] = -1;
        for (var v = 0; v < number.Length; v++)
        {
            if (number[v] > 0)
            {
                original[number[v]] = v;
            }
            else
            {
                number[v] = roles[v] == NodeRole.Source ? 0 : roles[v] == NodeRole.Target ? nodes : -1;
            }
        }

        var reduced = new FlowNetwork<T>(nodes + 1, nodes * 2);
        var arcs = new List<int>(nodes * 2);
        var from = network.From;
        var to = network.To;
        var capacity = network.Capacity;
        for (var a = 0; a < from.Length; a++)
        {
            var (u, v) = (number[from[a]], number[to[a]]);
            if (u >= 0 && v > 0 && u < nodes && u != v && capacity[a] > T.Zero)
            {
                reduced.Add(u, v, capacity[a]);
                arcs.Add(a);
            }
        }

        Network = reduced;
        OriginalArc = [.. arcs];
        OriginalNode = original;
    }

    public FlowNetwork<T> Network { get; }
    public int Source => 0;
    public int Target => Network.Nodes - 1;

    /// <summary>Number of each arc in the network it was made from.</summary>
    public int[] OriginalArc { get; }

    /// <summary>Number of each node in the network it was made from; -1 for source and target.</summary>
    public int[] OriginalNode { get; }
}
