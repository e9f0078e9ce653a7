using System.Collections.Concurrent;
using System.Diagnostics;

namespace FinInvest.Graph.StoreTests.Kill;

/// <summary>This program started again as another process, with the lines it says.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process process;
    private readonly BlockingCollection<string> lines = [];
    private readonly Task reading;

    public ChildProcess(params string[] words)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath ?? throw new InvalidOperationException("This process has no program."))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
        {
            start.ArgumentList.Add(typeof(ChildProcess).Assembly.Location);
        }

        start.ArgumentList.Add("child");
        foreach (var word in words)
        {
            start.ArgumentList.Add(word);
        }

        process = Process.Start(start) ?? throw new InvalidOperationException("The child did not start.");
        reading = Task.Run(() =>
        {
            while (process.StandardOutput.ReadLine() is { } line)
            {
                lines.Add(line);
            }

            lines.CompleteAdding();
        });
    }

    public bool HasExited => process.HasExited;

    /// <summary>The next line, or null when the child is gone (or says nothing for a minute).</summary>
    public string? Line() => lines.TryTake(out var line, TimeSpan.FromMinutes(1)) ? line : null;

    public void Say(string line)
    {
        process.StandardInput.WriteLine(line);
        process.StandardInput.Flush();
    }

    /// <summary>SIGKILL, now; then everything it said before.</summary>
    public IReadOnlyList<string> Kill()
    {
        process.Kill();
        return Rest();
    }

    /// <summary>Waits for its end; everything it still said.</summary>
    public IReadOnlyList<string> Rest()
    {
        process.WaitForExit();
        reading.Wait();
        return [.. lines.GetConsumingEnumerable()];
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
        lines.Dispose();
    }
}
