using System.Diagnostics;
using FinInvest.Graph.Casework.LoadRecords;

namespace FinInvest.Graph.Worker.Terminal;

/// <summary>One line on standard error that says how far a load is; silent in a pipe and for short work.</summary>
internal sealed class ProgressLine : IProgress<LoadProgress>, IDisposable
{
    private readonly long start = Stopwatch.GetTimestamp();
    private long shown;
    private bool written;

    public void Report(LoadProgress value)
    {
        if (Console.IsErrorRedirected || Stopwatch.GetElapsedTime(start).TotalSeconds < 2 || Stopwatch.GetElapsedTime(shown).TotalMilliseconds < 200)
        {
            return;
        }

        shown = Stopwatch.GetTimestamp();
        written = true;
        Console.Error.Write($"\rfile {value.FileNumber} of {value.Files}: {value.Rows:N0} rows".PadRight(78));
    }

    public void Dispose()
    {
        if (written)
        {
            Console.Error.Write("\r".PadRight(79) + "\r");
        }
    }
}
