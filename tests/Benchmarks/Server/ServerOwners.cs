using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using FinInvest.Graph.Benchmarks.Reference;
using FinInvest.Graph.Casework;
using FinInvest.Graph.Casework.LoadRecords;
using FinInvest.Graph.Casework.Publish;
using FinInvest.Graph.Network;

namespace FinInvest.Graph.Benchmarks.Server;

/// <summary>W5 on the server: of every company all persons with an effective interest of at least a quarter. In Cypher a circle of cross-holdings is cut, so that its answer is not the exact one.</summary>
internal static class ServerOwners
{
    private const double Least = 0.25 - 1e-9;

    public static async Task RunAsync(string folder)
    {
        foreach (var size in Workload.Sizes.Where(s => s <= 1_000_000))
        {
            var data = Path.Combine(Workload.Home(), "data", string.Create(CultureInfo.InvariantCulture, $"own{size}"));
            if (!File.Exists(Path.Combine(data, "own_meta.txt")))
            {
                Directory.CreateDirectory(data);
                Workload.Run(Workload.Program("own", "own.cpp"), "gen", data, size.ToString(CultureInfo.InvariantCulture));
            }

            await RunAsync(data, string.Create(CultureInfo.InvariantCulture, $"own{size}-{Guid.NewGuid().ToString("N")[..6]}"), folder);
        }
    }

    private static async Task RunAsync(string data, string name, string folder)
    {
        var into = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        var companies = int.Parse(File.ReadAllText(Path.Combine(data, "own_meta.txt")).Split(' ')[0], CultureInfo.InvariantCulture);
        var links = Write(data, into, companies);
        await using var store = await GraphServer.NewCaseAsync(name, folder);
        var at = Stopwatch.GetTimestamp();
        await new RecordLoader(store.Case, store.Vault).LoadAsync([into], new LoadOptions(null), null, default);
        var loaded = Stopwatch.GetElapsedTime(at).TotalSeconds;
        at = Stopwatch.GetTimestamp();
        using var file = await CaseFile.OpenAsync(store.Case, default);
        var replica = Stopwatch.GetElapsedTime(at).TotalSeconds;
        at = Stopwatch.GetTimestamp();
        await PublishDesk.PublishAsync(store, file, default);
        var published = Stopwatch.GetElapsedTime(at).TotalSeconds;
        var (owners, sum) = (0L, 0.0);
        var ours = RatioTable.Best(3, () => (owners, sum) = Owners(file.Facts, companies));
        await using var transport = GraphServer.Open();
        var (took, rows) = await GraphServer.AskAsync(transport, """
            MATCH (g:PublishedGraph {case: $case})
            MATCH (c:Published {case: $case, publication: g.publication, kind: 'Party'}) WHERE c.key >= '' AND c.form = 'company'
            MATCH (c) ((x)<-[o:HAS_INTEREST]-(y)){1,15} (u) WHERE u.form = 'person'
            WITH c, u, sum(reduce(s = 1.0, e IN o | s * e.low)) AS share WHERE share >= 0.25 - 1e-9
            RETURN count(*), toInteger(sum(share))
            """, new() { ["case"] = name });
        var note = string.Create(CultureInfo.InvariantCulture, $"{owners:N0} owners, sum {sum:0}; load {loaded:0.0} s, replica {replica:0.0} s, publish {published:0.0} s");
        if (rows is null)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| W5 all owners of at least 25 % | {links:N0} | {RatioTable.Seconds(ours)} | | n/a | 100x | not answered within {GraphServer.QuestionLimit.TotalSeconds:0} s ({took:0} s); {note} |"));
            return;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| W5 all owners of at least 25 % | {links:N0} | {RatioTable.Seconds(ours)} | {RatioTable.Seconds(took)} | {took / ours:N0}x warm, {took / (ours + replica):0.00}x with the replica | 100x warm{(took >= 100 * ours ? "" : " missed")} | {note}; Cypher: {rows[0][0]:N0} owners, sum {rows[0][1]:N0} (circles cut) |"));
    }

    private static int Write(string data, string into, int companies)
    {
        int[] owner = Column<int>(data, "o_own.u32"), company = Column<int>(data, "o_com.u32");
        var share = Column<double>(data, "o_sh.f64");
        LogCase.Write(into, "case.csv", "id,question,as_of,currencies", ["w5,Who owns what?,2023-12-31,KZT:2"]);
        LogCase.Write(into, "parties.csv", "id,name,form", owner.Concat(company).Distinct().Order().Select(p => string.Create(CultureInfo.InvariantCulture, $"P{p},Invented {p},{(p < companies ? "company" : "person")}")));
        LogCase.Write(into, "ownership.csv", "id,owner,target,share_low,share_high,kind,direct", Enumerable.Range(0, owner.Length)
            .Select(i => string.Create(CultureInfo.InvariantCulture, $"I{i},P{owner[i]},P{company[i]},{share[i]:0.000000},{share[i]:0.000000},shares,yes")));
        return owner.Length;
    }

    /// <summary>From the facts that were read to the sum: finding the parties by name is counted too.</summary>
    private static (long Owners, double Sum) Owners(CaseFacts facts, int companies)
    {
        var interests = facts.Rows<OwnershipInterest>();
        var (from, to, shares) = (new int[interests.Count], new int[interests.Count], new double[interests.Count]);
        var nodes = 0;
        for (var i = 0; i < interests.Count; i++)
        {
            var interest = (OwnershipInterest)interests[i].Fact;
            from[i] = int.Parse(interest.Target.AsSpan(1), CultureInfo.InvariantCulture);
            to[i] = int.Parse(interest.Owner.AsSpan(1), CultureInfo.InvariantCulture);
            shares[i] = (double)interest.Share.Low;
            nodes = Math.Max(nodes, Math.Max(from[i], to[i]) + 1);
        }

        var graph = Adjacency.Of(nodes, from, to);
        double[] ofArc = [.. graph.Arc.Select(a => shares[a])];
        var all = new EndShares(graph, ofArc);
        var (owners, sum) = (0L, 0.0);
        for (var c = 0; c < companies; c++)
        {
            foreach (ref readonly var part in all.Of(c))
            {
                if (part.Share >= Least && part.End >= companies)
                {
                    owners++;
                    sum += part.Share;
                }
            }
        }

        return (owners, sum);
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
