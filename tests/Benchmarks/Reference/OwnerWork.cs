using System.Globalization;
using System.Runtime.InteropServices;
using FinInvest.Graph.Network;

namespace FinInvest.Graph.Benchmarks.Reference;

/// <summary>W5: of every company all persons with an effective interest of at least a quarter, loops of cross-holdings included.</summary>
internal static class OwnerWork
{
    public static void Run()
    {
        foreach (var size in Workload.Sizes.Where(s => s <= 1_000_000))
        {
            var folder = Path.Combine(Workload.Home(), "data", $"own{size}");
            var program = Workload.Program("own", "own.cpp");
            if (!File.Exists(Path.Combine(folder, "own_meta.txt")))
            {
                Directory.CreateDirectory(folder);
                Workload.Run(program, "gen", folder, size.ToString(CultureInfo.InvariantCulture));
            }

            var said = Workload.Run(program, "run", folder).Split('\n').Where(l => l.StartsWith("W5b", StringComparison.Ordinal)).ToList();
            var other = said.Min(l => RatioTable.Number(l, ": "));
            var counts = File.ReadAllText(Path.Combine(folder, "own_meta.txt")).Split(' ').Select(w => int.Parse(w, CultureInfo.InvariantCulture)).ToArray();
            var (companies, nodes) = (counts[0], counts[0] + counts[1]);
            int[] owner = Column<int>(folder, "o_own.u32"), company = Column<int>(folder, "o_com.u32");
            var share = Column<double>(folder, "o_sh.f64");
            var graph = Adjacency.Of(nodes, company, owner);
            double[] shares = [.. graph.Arc.Select(a => share[a])];
            var (links, total) = (0L, 0.0);
            var ours = RatioTable.Best(3, () =>
            {
                (links, total) = (0, 0);
                var all = new EndShares(graph, shares);
                for (var c = 0; c < companies; c++)
                {
                    foreach (ref readonly var part in all.Of(c))
                    {
                        if (part.Share >= 0.25 - 1e-9 && part.End >= companies)
                        {
                            links++;
                            total += part.Share;
                        }
                    }
                }
            });
            RatioTable.Row("W5 all owners of at least 25 %", share.Length, ours, other, 1.25,
                string.Create(CultureInfo.InvariantCulture, $"{links:N0} owners (reference {RatioTable.Number(said[^1], " s "):N0}), sum {total:0.000} ({RatioTable.Number(said[^1], "checksum"):0.000}); best of its three ways, of which ours is the exact one"));
        }
    }

    private static T[] Column<T>(string folder, string name)
        where T : unmanaged
    {
        var path = Path.Combine(folder, name);
        var column = new T[new FileInfo(path).Length / Marshal.SizeOf<T>()];
        using var file = File.OpenRead(path);
        file.ReadExactly(MemoryMarshal.AsBytes(column.AsSpan()));
        return column;
    }
}
