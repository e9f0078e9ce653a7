using System.Diagnostics;
using System.Globalization;

namespace FinInvest.Graph.Benchmarks.Reference;

/// <summary>Rows of the comparison: what, at which size, ours, the reference's, the ratio, the goal.</summary>
internal static class RatioTable
{
    private static bool begun;

    /// <param name="ours">Seconds.</param>
    /// <param name="reference">Seconds.</param>
    /// <param name="goal">Largest ratio that is aimed at; 0 = none.</param>
    public static void Row(string what, long size, double ours, double reference, double goal, string note)
    {
        if (!begun)
        {
            begun = true;
            Console.WriteLine("| work | size | ours | reference | ratio | goal | |\n|---|---|---|---|---|---|---|");
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {size:N0} | {Seconds(ours)} | {(reference > 0 ? Seconds(reference) : "")} | {(reference > 0 ? string.Create(CultureInfo.InvariantCulture, $"{ours / reference:0.00}x") : "n/a")} | {(goal > 0 ? $"{goal:0.00}x{(ours <= goal * reference ? "" : " missed")}" : "")} | {note} |"));
    }

    /// <summary>Seconds of the best of some runs, the first of which is not counted.</summary>
    public static double Best(int times, Action run)
    {
        var best = double.MaxValue;
        run();
        for (var i = 0; i < times; i++)
        {
            var at = Stopwatch.GetTimestamp();
            run();
            best = Math.Min(best, Stopwatch.GetElapsedTime(at).TotalSeconds);
        }

        return best;
    }

    /// <summary>The number that stands after some words in what a program said.</summary>
    public static double Number(string said, string after)
    {
        var at = said.IndexOf(after, StringComparison.Ordinal);
        if (at < 0)
        {
            throw new InvalidOperationException($"The reference said nothing of '{after}': {said}");
        }

        var rest = said[(at + after.Length)..].TrimStart();
        return double.Parse(rest[..rest.TakeWhile(c => char.IsDigit(c) || c is '.').Count()], CultureInfo.InvariantCulture);
    }

    /// <summary>Seconds of a reference's questions, of which it leaves milliseconds in a file.</summary>
    public static double Sum(string folder, string name) => File.ReadLines(Path.Combine(folder, $"ref_t_{name}.csv")).Sum(l => double.Parse(l.Split(',')[1], CultureInfo.InvariantCulture)) / 1e3;

    public static string Seconds(double s) => s >= 1 ? s.ToString("0.00", CultureInfo.InvariantCulture) + " s" : (s * 1e3).ToString(s >= 0.01 ? "0.0" : "0.000", CultureInfo.InvariantCulture) + " ms";
}
