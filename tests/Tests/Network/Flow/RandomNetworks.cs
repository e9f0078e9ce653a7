using FinInvest.Graph.Network.Flow;

namespace FinInvest.Graph.Tests.Network.Flow;

/// <summary>Small random networks with loops, parallel and antiparallel arcs, and plain answers to compare with.</summary>
internal static class RandomNetworks
{
    public static FlowNetwork<long> Make(int seed, int nodesMax, int arcsMax, int capacityMax)
    {
        var random = new Random(seed);
        var nodes = random.Next(2, nodesMax + 1);
        var network = new FlowNetwork<long>(nodes);
        for (var arcs = random.Next(arcsMax + 1); arcs > 0; arcs--)
        {
            network.Add(random.Next(nodes), random.Next(nodes), random.Next(capacityMax + 1));
        }

        return network;
    }

    /// <summary>The smallest capacity of any cut, by trying all.</summary>
    public static long SmallestCut(FlowNetwork<long> network, int source, int target)
    {
        var best = long.MaxValue;
        for (var side = 0; side < 1 << network.Nodes; side++)
        {
            if ((side >> source & 1) == 1 && (side >> target & 1) == 0)
            {
                best = Math.Min(best, CutCapacity(network, Enumerable.Range(0, network.Nodes).Select(v => (side >> v & 1) == 1).ToArray()));
            }
        }

        return best;
    }

    public static long CutCapacity(FlowNetwork<long> network, bool[] sourceSide)
    {
        var sum = 0L;
        for (var a = 0; a < network.Count; a++)
        {
            sum += sourceSide[network.From[a]] && !sourceSide[network.To[a]] ? network.Capacity[a] : 0;
        }

        return sum;
    }
}
