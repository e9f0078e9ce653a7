using System.Diagnostics;
using System.Globalization;

namespace FinInvest.Graph.Benchmarks;

/// <summary>
/// Questions as a person asks them: the published program from the command line to the printed answer, on a million generated transfers with ten acts
/// (first hops of ten planted chains) and ten assets (a last hop of each). The first command fills the cache. FININVEST_PUBLISHED names the program's folder.
/// </summary>
internal static class WarmCommands
{
    private static readonly (string Command, double Goal)[] Asked =
    [
        ("status", 0), ("ownership X1", 1), ("paths X1", 1), ("paths X7", 1), ("trace X1 --rule own-first", 1), ("trace X1 --rule fifo", 1), ("trace X1", 3), ("bounds X1", 1), ("bounds X7", 1),
        ("assess X1 --rule own-first", 0), ("exhibit --rule own-first -o exhibit", 15),
    ];

    public static Task RunAsync(Table table)
    {
        var data = GeneratedCase.Folder();
        var folder = Directory.CreateTempSubdirectory("fininvest-warm-").FullName;
        try
        {
            State(data, Directory.CreateDirectory(Path.Combine(folder, "stated")).FullName);
            var program = PublishedProgram.Path();
            Run(program, folder, ["load", Path.Combine(data, "tx.csv"), Path.Combine(data, "statements.csv"), "stated", "--mapping", Path.Combine(MeasuredCase.Repository(), "tests", "Benchmarks", "generated.json")], out _);
            var first = Run(program, folder, ["status"], out var firstPeak);
            Console.WriteLine("| command | seconds, best of 3 | peak MB | goal |\n|---|---|---|---|");
            Line("first `status` (derives and keeps)", first, firstPeak, 0);
            foreach (var (command, goal) in Asked)
            {
                var (best, peak) = (double.MaxValue, 0L);
                for (var i = 0; i < 3; i++)
                {
                    best = Math.Min(best, Run(program, folder, command.Split(' '), out var used));
                    peak = Math.Max(peak, used);
                }

                Line($"`{command}`", best, peak, goal);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return Task.CompletedTask;
    }

    private static void Line(string what, double seconds, long peak, double goal) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"| {what} | {seconds:0.00} | {peak} | {(goal > 0 ? $"{goal:0} s{(seconds <= goal ? "" : ", missed")}" : "")} |"));

    private static double Run(string program, string folder, string[] arguments, out long peak)
    {
        var at = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(program, [.. arguments, "-w", "case"]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder })!;
        var error = process.StandardError.ReadToEndAsync();
        var peakSeen = 0L;
        using var watch = new Timer(_ => peakSeen = Math.Max(peakSeen, Peak(process)), null, 50, 50);
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        peak = peakSeen >> 20;
        return process.ExitCode is 0 or 4 ? Stopwatch.GetElapsedTime(at).TotalSeconds : throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {process.ExitCode}: {error.Result}");
    }

    private static long Peak(Process process)
    {
        try
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            // It has just ended.
            return 0;
        }
    }

    private static void State(string data, string stated)
    {
        var rows = File.ReadLines(Path.Combine(data, "chains_tx.csv")).Skip(1).Select(l => l.Split(',')).Where(w => int.Parse(w[0], CultureInfo.InvariantCulture) <= 10).ToList();
        var hops = File.ReadLines(Path.Combine(data, "chains.csv")).Skip(1).Select(l => l.Split(',')).ToDictionary(w => w[0], w => w[3]);
        var chains = rows.Select(w => w[0]).Distinct().OrderBy(c => int.Parse(c, CultureInfo.InvariantCulture)).ToList();
        var first = rows.Where(w => w[1] == "1").ToLookup(w => w[0]);
        LogCase.Write(stated, "case.csv", "id,question,as_of,currencies", ["warm,What became of ten planted payments?,2023-12-31,KZT:2"]);
        LogCase.Write(stated, "acts.csv", "id,name", chains.Select(c => $"A{c},planted chain {c}"));
        LogCase.Write(stated, "episodes.csv", "id,act,victim,currency,amount", chains.Select(c => first[c].Sum(w => long.Parse(w[6], CultureInfo.InvariantCulture)) is var sum
            ? string.Create(CultureInfo.InvariantCulture, $"E{c},A{c},victim{c},KZT,{sum / 100}.{sum % 100:00}") : ""));
        LogCase.Write(stated, "proceeds.csv", "episode,row", first.SelectMany(g => g, (g, w) => $"E{g.Key},{w[2]}"));
        LogCase.Write(stated, "assets.csv", "id,name,currency,kind,holder,country,value,value_day,recovered", chains.Select(c => $"X{c},flat {c},KZT,real estate,P{c},KZ,1000000.00,2023-12-31,0"));
        LogCase.Write(stated, "cost_lines.csv", "id,asset,acquisition,kind,row", chains.Select(c => $"C{c},X{c},0,price,{rows.First(w => w[0] == c && w[1] == hops[c])[2]}"));
    }
}
