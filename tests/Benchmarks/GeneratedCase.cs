using System.Diagnostics;
using System.Globalization;

namespace FinInvest.Graph.Benchmarks;

/// <summary>A million generated transfers with planted chains: the first hop of chain 1 is the act, the closing balance of its last account the target.</summary>
internal static class GeneratedCase
{
    public static async Task RunAsync(Table table)
    {
        var data = Folder();
        var ibans = File.ReadLines(Path.Combine(data, "accounts.csv")).Skip(1).Select(l => l.Split(',')[1]).ToArray();
        var chain = File.ReadLines(Path.Combine(data, "chains.csv")).Select(l => l.Split(',')).First(w => w[0] == "1");
        var hops = File.ReadLines(Path.Combine(data, "chains_tx.csv")).Select(l => l.Split(',')).Where(w => w[0] == "1" && w[1] == "1").ToList();
        var stated = Directory.CreateTempSubdirectory("fininvest-bench-in-").FullName;
        var sum = hops.Sum(w => long.Parse(w[6], CultureInfo.InvariantCulture));
        LogCase.Write(stated, "case.csv", "id,question,as_of,currencies", ["million,What became of one planted payment?,2023-12-31,KZT:2"]);
        LogCase.Write(stated, "acts.csv", "id,name", ["A1,planted chain 1"]);
        LogCase.Write(stated, "episodes.csv", "id,act,victim,currency,amount", [string.Create(CultureInfo.InvariantCulture, $"E1,A1,victim,KZT,{sum / 100}.{sum % 100:00}")]);
        LogCase.Write(stated, "proceeds.csv", "episode,row", hops.Select(w => "E1," + w[2]));
        try
        {
            await MeasuredCase.RunAsync(table, Path.Combine(MeasuredCase.Repository(), "tests", "Benchmarks", "generated.json"),
                [Path.Combine(data, "tx.csv"), Path.Combine(data, "statements.csv"), stated], "balance:" + ibans[int.Parse(chain[2], CultureInfo.InvariantCulture)]);
        }
        finally
        {
            Directory.Delete(stated, recursive: true);
        }
    }

    /// <summary>Where the generated files are: the folder that FININVEST_GENERATED names, else made once.</summary>
    public static string Folder() => Environment.GetEnvironmentVariable("FININVEST_GENERATED") is { Length: > 0 } made ? made : Generate();

    /// <summary>Compiles and runs the generator once; later runs find its files.</summary>
    private static string Generate()
    {
        var folder = Path.Combine(Path.GetTempPath(), "fininvest-generated-1000000");
        if (!File.Exists(Path.Combine(folder, "queries.csv")))
        {
            Directory.CreateDirectory(folder);
            var program = Path.Combine(folder, "gen");
            Run("gcc", "-O2", "-o", program, Path.Combine(MeasuredCase.Shared(), "bench", "src", "gen.c"), "-lm");
            Run(program, "1000000", folder);
        }

        return folder;
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
        }
    }
}
