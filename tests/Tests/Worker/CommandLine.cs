using System.Diagnostics;
using System.Text;
using FinInvest.Graph.Tests.House;

namespace FinInvest.Graph.Tests.Worker;

/// <summary>The executable as a person starts it: arguments in; exit code, standard output and standard error out.</summary>
internal static class CommandLine
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "fininvest.dll");

    /// <summary>The input files of the sample case.</summary>
    public static readonly string SampleInput = Path.Combine(Repository.Root, "sample-data", "embezzlement", "input");

    public static async Task<Answer> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("fininvest did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new Answer(process.ExitCode, await output, await error);
    }

    internal sealed record Answer(int Code, string Output, string Error)
    {
        public IEnumerable<string> Lines => Output.Split('\n').Select(l => l.TrimEnd('\r', ' '));
    }
}
