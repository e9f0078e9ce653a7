using System.Diagnostics;

namespace FinInvest.Graph.Benchmarks.Server;

/// <summary>Looks at this process's memory twenty times a second while it is watched.</summary>
internal sealed class PeakMemory
{
    private const int Pause = 50;

    /// <summary>Most bytes of managed memory seen.</summary>
    public long Managed { get; private set; }

    /// <summary>Most bytes of resident memory seen.</summary>
    public long Resident { get; private set; }

    /// <summary>Watches until it is disposed.</summary>
    public IDisposable Watch()
    {
        var stop = new CancellationTokenSource();
        var thread = new Thread(() =>
        {
            do
            {
                using var process = Process.GetCurrentProcess();
                (Managed, Resident) = (Math.Max(Managed, GC.GetTotalMemory(false)), Math.Max(Resident, process.WorkingSet64));
            }
            while (!stop.Token.WaitHandle.WaitOne(Pause));
        }) { IsBackground = true };
        thread.Start();
        return new Watched(stop, thread);
    }

    private sealed class Watched(CancellationTokenSource stop, Thread thread) : IDisposable
    {
        public void Dispose()
        {
            stop.Cancel();
            thread.Join();
            stop.Dispose();
        }
    }
}
