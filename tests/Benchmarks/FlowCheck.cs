#if OR_TOOLS
using System.Diagnostics;
using System.Globalization;
using FinInvest.Graph.Benchmarks.Oracle;
using FinInvest.Graph.Benchmarks.Reference;
using FinInvest.Graph.Network.Flow;
#endif

namespace FinInvest.Graph.Benchmarks;

/// <summary>Maximum flow beside OR-Tools: the same value on random networks and on the reference's own. It needs a package that is not restored by default.</summary>
internal static class FlowCheck
{
#if OR_TOOLS
    private const int Seeds = 3_000;

    /// <exception cref="InvalidOperationException">Two values differ: the seed or the network is named.</exception>
    public static void Run()
    {
        var (arcs, positive) = (0L, 0);
        for (var seed = 0; seed < Seeds; seed++)
        {
            var network = Make(seed, seed % 3 == 0 ? 12 : seed % 3 == 1 ? 100 : 1_000, seed % 2 == 0 ? 9 : 1_000_000_000_000);
            arcs += network.Count;
            positive += Same($"seed {seed}", network, 0, network.Nodes - 1).Ours > 0 ? 1 : 0;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Seeds:N0} random networks, {arcs:N0} arcs, {positive:N0} with a flow: the same values"));
        foreach (var (name, path) in FlowWork.Networks())
        {
            var (network, source, target) = FlowWork.Read(path);
            var (flow, ours, theirs) = Same(name, network, source, target);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {network.Count:N0} arcs, flow {flow:N0} in both; ours {ours.TotalSeconds:F2} s with the reduction, OR-Tools {theirs.TotalSeconds:F2} s with its arcs"));
        }
    }

    private static (long Ours, TimeSpan Time, TimeSpan TheirTime) Same(string name, FlowNetwork<long> network, int source, int target)
    {
        var roles = new NodeRole[network.Nodes];
        roles[source] = NodeRole.Source;
        roles[target] = NodeRole.Target;
        var clock = Stopwatch.StartNew();
        var reduced = new ReducedNetwork<long>(network, roles);
        var ours = new MaximumFlow<long>(reduced.Network, reduced.Source, reduced.Target).Value;
        var time = clock.Elapsed;
        clock.Restart();
        var theirs = OrToolsFlow.Value(network, source, target);
        return ours == theirs ? (ours, time, clock.Elapsed) : throw new InvalidOperationException($"{name}: flow {ours}, OR-Tools {theirs}.");
    }

    private static FlowNetwork<long> Make(int seed, int nodesMax, long capacityMax)
    {
        var random = new Random(seed);
        var nodes = random.Next(2, nodesMax + 1);
        var network = new FlowNetwork<long>(nodes);
        for (var arcs = random.Next((nodes * 5) + 1); arcs > 0; arcs--)
        {
            network.Add(random.Next(nodes), random.Next(nodes), random.NextInt64(capacityMax + 1));
        }

        return network;
    }
#else
    public static void Run() => Console.WriteLine("Not built in: run with -p:OrTools=true, which restores OR-Tools.");
#endif
}
