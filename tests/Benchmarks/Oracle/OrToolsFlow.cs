using FinInvest.Graph.Network.Flow;
using Google.OrTools.Graph;

namespace FinInvest.Graph.Benchmarks.Oracle;

/// <summary>The value of a maximum flow as OR-Tools finds it.</summary>
internal static class OrToolsFlow
{
    /// <exception cref="InvalidOperationException">OR-Tools gives no optimum.</exception>
    public static long Value(FlowNetwork<long> network, int source, int target)
    {
        using var flow = new MaxFlow();
        for (var a = 0; a < network.Count; a++)
        {
            if (network.From[a] != network.To[a])
            {
                flow.AddArcWithCapacity(network.From[a], network.To[a], network.Capacity[a]);
            }
        }

        // It knows only nodes that some arc names.
        if (flow.NumNodes() <= Math.Max(source, target))
        {
            return 0;
        }

        var status = flow.Solve(source, target);
        return status == MaxFlow.Status.OPTIMAL ? flow.OptimalFlow() : throw new InvalidOperationException($"OR-Tools says {status}.");
    }
}
