using System.Diagnostics;
using System.Globalization;

namespace FinInvest.Graph.Benchmarks;

/// <summary>Measures steps and prints a line for each: wall time, processor time of this process, its peak memory so far.</summary>
internal sealed class Table
{
    private bool begun;

    /// <param name="times">How often; the first run (with compilation at run time) and the best of the others are printed.</param>
    public async Task<T> MeasureAsync<T>(string step, Func<Task<T>> run, Func<T, string> result, int times = 1)
    {
        T last = default!;
        var (first, best) = (TimeSpan.Zero, TimeSpan.MaxValue);
        var (firstCpu, bestCpu) = (TimeSpan.Zero, TimeSpan.Zero);
        for (var i = 0; i < times; i++)
        {
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            var at = Stopwatch.GetTimestamp();
            last = await run();
            var took = Stopwatch.GetElapsedTime(at);
            var cpu = Process.GetCurrentProcess().TotalProcessorTime - before;
            if (i == 0)
            {
                (first, firstCpu) = (took, cpu);
            }
            else if (took < best)
            {
                (best, bestCpu) = (took, cpu);
            }
        }

        Line(step, Seconds(first), Seconds(firstCpu), times > 1 ? Seconds(best) : "", times > 1 ? Seconds(bestCpu) : "", $"{PeakMegabytes()} MB", result(last));
        return last;
    }

    public Task<T> MeasureAsync<T>(string step, Func<T> run, Func<T, string> result, int times = 1) => MeasureAsync(step, () => Task.FromResult(run()), result, times);

    private void Line(params string[] cells)
    {
        if (!begun)
        {
            begun = true;
            Console.WriteLine("| step | wall | processor | again, wall | again, processor | peak memory | result |\n|---|---|---|---|---|---|---|");
        }

        Console.WriteLine("| " + string.Join(" | ", cells) + " |");
    }

    private static string Seconds(TimeSpan t) => t.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture) + " s";

    private static long PeakMegabytes() => Process.GetCurrentProcess().PeakWorkingSet64 >> 20;
}
