using System.Diagnostics;

namespace FinInvest.Graph.Benchmarks;

/// <summary>How long the published program takes to answer --help and --version. FININVEST_PUBLISHED names its folder.</summary>
internal static class StartUp
{
    public static async Task RunAsync(Table table)
    {
        var program = PublishedProgram.Path();
        await table.MeasureAsync("fininvest --help", () => Run(program, "--help"), n => $"{n} characters", 10);
        await table.MeasureAsync("fininvest --version", () => Run(program, "--version"), n => $"{n} characters", 10);
    }

    private static int Run(string program, string argument)
    {
        using var process = Process.Start(new ProcessStartInfo(program, argument) { RedirectStandardOutput = true })!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return text.Length;
    }
}
