using System.Diagnostics;

namespace FinInvest.Graph.Benchmarks;

/// <summary>Measures what docs/performance.md states. Each name runs in a process of its own, so that its peak memory is its own.</summary>
internal static class Program
{
    private static readonly (string Name, string What, Func<Table, Task> Run)[] All =
    [
        ("log", "124,124 rows of a generated bank with running balances (data/amlsim-generated)", LogCase.RunAsync),
        ("million", "10^6 two-sided rows with 10^5 statements (bench/src/gen.c)", GeneratedCase.RunAsync),
        ("w1", "load and ledger, beside DuckDB, a C program into SQLite, and bench/src/w1.cpp", _ => Reference.LoadWork.RunAsync()),
        ("w2", "earliest arrival, beside bench/src/ref.cpp", _ => Here(Reference.ArrivalWork.Run)),
        ("w3", "ten best paths, beside bench/src/w3csr.cpp", _ => Here(Reference.PathWork.Run)),
        ("w4", "rules over all accounts, beside bench/src/w4exact.cpp and ref.cpp", _ => Here(Reference.TaintWork.Run)),
        ("w5", "all owners of at least a quarter, beside bench/src/own.cpp", _ => Here(Reference.OwnerWork.Run)),
        ("w6", "maximum flow, beside bench/src/flow.cpp", _ => Here(Reference.FlowWork.Run)),
        ("flow", "maximum flow has the value that OR-Tools finds, on random networks and on those of w6 (built with -p:OrTools=true)", _ => Here(FlowCheck.Run)),
        ("finbench", "the path queries of LDBC FinBench (data/ldbc-finbench)", _ => Here(Reference.FinBenchWork.Run)),
        ("warm", "commands of the published program on the 10^6 case with ten assets, cache filled", WarmCommands.RunAsync),
        ("inbox", "the published worker over an inbox of small files", InboxCase.RunAsync),
        ("neo4j", "load, publish and questions on the Neo4j server at NEO4J_URI, beside LOAD CSV and Cypher", _ => Server.ServerWork.RunAsync()),
        ("neo4j-inbox", "the published worker over an inbox of small files into the Neo4j server at NEO4J_URI", InboxCase.RunOnServerAsync),
        ("replica", "10^5 rows of a Neo4j server into the copy near the program, beside a raw reader (NEO4J_URI)", _ => Server.ReplicaWork.RunAsync(100_000)),
        ("replica-million", "the same of 10^6 rows", _ => Server.ReplicaWork.RunAsync(1_000_000)),
        ("start", "start-up of the published program", StartUp.RunAsync),
    ];

    private static Task Here(Action run)
    {
        run();
        return Task.CompletedTask;
    }

    private static async Task<int> Main(string[] names)
    {
        if (names is ["--here", var one])
        {
            var table = new Table();
            await All.Single(b => b.Name == one).Run(table);
            return 0;
        }

        if (names.Except(All.Select(b => b.Name)).ToList() is { Count: > 0 } unknown)
        {
            Console.Error.WriteLine($"There is no measurement '{unknown[0]}'. There are: {string.Join("; ", All.Select(b => $"{b.Name} = {b.What}"))}.");
            return 2;
        }

        // Without a server those that need one are left out.
        foreach (var (name, what, _) in All.Where(b => names.Length == 0 ? !b.Name.StartsWith("replica", StringComparison.Ordinal) : names.Contains(b.Name)))
        {
            Console.WriteLine($"\n{name}: {what}");
            using var child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["--here", name]))!;
            await child.WaitForExitAsync();
            if (child.ExitCode != 0)
            {
                return 1;
            }
        }

        return 0;
    }
}
