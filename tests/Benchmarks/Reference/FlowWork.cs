using System.Globalization;
using System.Runtime.InteropServices;
using FinInvest.Graph.Network.Flow;

namespace FinInvest.Graph.Benchmarks.Reference;

/// <summary>W6: the maximum flow between two accounts on networks in which every account lasts through time; the networks are the reference's own files.</summary>
internal static class FlowWork
{
    private static readonly string[] Names = ["te100k_chain1", "te100k_chain2", "te1m_chain1", "te1m_chain2", "te100k_hub"];

    /// <summary>The reference's networks, made once: name and file.</summary>
    public static IReadOnlyList<(string Name, string Path)> Networks()
    {
        var folder = Path.Combine(Workload.Home(), "data", "flow");
        if (!Names.All(n => File.Exists(Path.Combine(folder, n + ".bin"))))
        {
            foreach (var size in new[] { 100_000, 1_000_000 })
            {
                Workload.Open(size);
            }

            var at = Directory.CreateDirectory(Path.Combine(Workload.Home(), "src")).FullName;
            using var made = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("/usr/bin/python3", [Path.Combine(MeasuredCase.Shared(), "bench", "src", "mkflow.py")]) { WorkingDirectory = at })!;
            made.WaitForExit();
        }

        return [.. Names.Concat(Environment.GetEnvironmentVariable("FININVEST_HUB") is null ? [] : ["te1m_hub"]).Select(n => (n, Path.Combine(folder, n + ".bin")))];
    }

    public static void Run()
    {
        var networks = Networks();
        var program = Workload.Program("flow", "flow.cpp");
        foreach (var (name, path) in networks)
        {
            var (network, source, target) = Read(path);
            var roles = new NodeRole[network.Nodes];
            roles[source] = NodeRole.Source;
            roles[target] = NodeRole.Target;
            long flow = 0;
            var ours = RatioTable.Best(name.EndsWith("hub", StringComparison.Ordinal) ? 1 : 3, () =>
            {
                var reduced = new ReducedNetwork<long>(network, roles);
                var ordered = InOrder(reduced.Network);
                flow = new MaximumFlow<long>(ordered, reduced.Source, reduced.Target).Value;
            });
            if (name == "te1m_hub")
            {
                RatioTable.Row($"W6 maximum flow, {name}", network.Count, ours, 0, 0, string.Create(CultureInfo.InvariantCulture, $"flow {flow:N0}; goal 20 s{(ours <= 20 ? "" : " missed")}"));
                continue;
            }

            var said = Workload.Run(program, "dzp", path);
            RatioTable.Row($"W6 maximum flow, {name}", network.Count, ours, RatioTable.Number(said[said.IndexOf("solve)", StringComparison.Ordinal)..], ": "), 1.25, string.Create(CultureInfo.InvariantCulture, $"flow {flow:N0}, reference {RatioTable.Number(said, "flow "):N0}; pruned, built and solved"));
        }
    }

    /// <summary>
    /// The same network with its nodes numbered so that arcs lead upwards, as those of a case do (nodes are made in the order of events): the files
    /// number them by account. Counted in our time. The source stays first, the target last.
    /// </summary>
    private static FlowNetwork<long> InOrder(FlowNetwork<long> network)
    {
        var from = network.From;
        var to = network.To;
        var start = new int[network.Nodes + 1];
        var before = new int[network.Nodes];
        for (var a = 0; a < from.Length; a++)
        {
            start[from[a] + 1]++;
            before[to[a]]++;
        }

        for (var v = 0; v < network.Nodes; v++)
        {
            start[v + 1] += start[v];
        }

        var heads = new int[from.Length];
        var next = start.AsSpan(0, network.Nodes).ToArray();
        for (var a = 0; a < from.Length; a++)
        {
            heads[next[from[a]]++] = to[a];
        }

        var place = new int[network.Nodes];
        var queue = new int[network.Nodes];
        var (read, write) = (0, 0);
        for (var v = 0; v < network.Nodes; v++)
        {
            if (before[v] == 0)
            {
                queue[write++] = v;
            }
        }

        while (read < write)
        {
            var v = queue[read];
            place[v] = read++;
            for (var i = start[v]; i < start[v + 1]; i++)
            {
                if (--before[heads[i]] == 0)
                {
                    queue[write++] = heads[i];
                }
            }
        }

        if (write != network.Nodes || place[0] != 0 || place[^1] != network.Nodes - 1)
        {
            throw new InvalidOperationException($"The network has a cycle, or more than one end: {write} of {network.Nodes} nodes ordered.");
        }

        var capacity = network.Capacity;
        var ordered = new FlowNetwork<long>(network.Nodes, from.Length);
        for (var a = 0; a < from.Length; a++)
        {
            ordered.Add(place[from[a]], place[to[a]], capacity[a]);
        }

        return ordered;
    }

    public static (FlowNetwork<long> Network, int Source, int Target) Read(string path)
    {
        using var file = File.OpenRead(path);
        Span<long> head = stackalloc long[4];
        file.ReadExactly(MemoryMarshal.AsBytes(head));
        var arcs = (int)head[1];
        int[] from = new int[arcs], to = new int[arcs];
        var capacity = new long[arcs];
        file.ReadExactly(MemoryMarshal.AsBytes(from.AsSpan()));
        file.ReadExactly(MemoryMarshal.AsBytes(to.AsSpan()));
        file.ReadExactly(MemoryMarshal.AsBytes(capacity.AsSpan()));
        var network = new FlowNetwork<long>((int)head[0], arcs);
        for (var a = 0; a < arcs; a++)
        {
            network.Add(from[a], to[a], capacity[a]);
        }

        return (network, (int)head[2], (int)head[3]);
    }
}
