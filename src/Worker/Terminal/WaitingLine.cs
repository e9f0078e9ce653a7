using System.Diagnostics;
using System.Globalization;

namespace FinInvest.Graph.Worker.Terminal;

/// <summary>
/// One line on standard error that says what a command is at once it has taken two seconds, and about how long a large question will take; silent in a pipe.
/// It is gone before the answer is written.
/// </summary>
internal sealed class WaitingLine : IProgress<string>, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(500);
    private static WaitingLine? shown;
    private readonly long start = Stopwatch.GetTimestamp();
    private readonly TextWriter? to;
    private readonly Timer? timer;
    private readonly Lock gate = new();
    private string step = "";
    private double estimate;
    private bool written;
    private bool ended;

    /// <param name="to">Where to write; null = nowhere.</param>
    public WaitingLine(TextWriter? to)
    {
        this.to = to;
        timer = to is null ? null : new Timer(_ => Show(), null, Patience, Between);
        shown = this;
    }

    /// <summary>A line for the person at the terminal, where there is one.</summary>
    public static WaitingLine OnTerminal() => new(Console.IsErrorRedirected ? null : Console.Error);

    /// <summary>What is being done now.</summary>
    public void Report(string value)
    {
        lock (gate)
        {
            step = value;
        }
    }

    /// <summary>A question begins that will take about so many seconds; above five it is said at once.</summary>
    public void Expect(string question, double seconds)
    {
        Report(question);
        lock (gate)
        {
            estimate = seconds >= 5 ? seconds : 0;
        }

        if (estimate > 0)
        {
            Show();
        }
    }

    /// <summary>Removes the line for good: an answer follows.</summary>
    public static void End() => shown?.Dispose();

    public void Dispose()
    {
        timer?.Dispose();
        lock (gate)
        {
            ended = true;
            if (written)
            {
                to!.Write("\r".PadRight(79) + "\r");
                written = false;
            }
        }
    }

    private void Show()
    {
        lock (gate)
        {
            if (!ended && to is not null && step.Length > 0)
            {
                written = true;
                var about = estimate > 0 ? string.Create(CultureInfo.InvariantCulture, $" of about {Math.Ceiling(estimate):0}") : "";
                to.Write(string.Create(CultureInfo.InvariantCulture, $"\r{step}: {Stopwatch.GetElapsedTime(start).TotalSeconds:0}{about} s (Ctrl-C leaves everything as it was)").PadRight(79));
            }
        }
    }
}
