using FinInvest.Graph.Worker.Hosting;
using Xunit;

namespace FinInvest.Graph.Tests.Worker.Hosting;

/// <summary>When a file is complete, on a clock that the test moves.</summary>
public class InboxScanTests
{
    private sealed class HandClock : TimeProvider
    {
        private long ticks;
        public override long TimestampFrequency => TimeSpan.TicksPerSecond;
        public override long GetTimestamp() => ticks;
        public void Pass(double seconds) => ticks += TimeSpan.FromSeconds(seconds).Ticks;
    }

    [Fact]
    public void A_file_is_ready_when_it_has_not_changed_for_the_span()
    {
        using var root = new WorkerRoot();
        var clock = new HandClock();
        var scan = new InboxScan(new ServeFolders(root.Folder), TimeSpan.FromSeconds(5), clock);
        var path = root.Put("C/s", "a.csv", "half");
        Assert.Empty(scan.Ready());
        clock.Pass(4);
        File.AppendAllText(path, " and half");
        Assert.Empty(scan.Ready());
        clock.Pass(4);
        Assert.Empty(scan.Ready());
        clock.Pass(1);
        var ready = Assert.Single(scan.Ready());
        scan.PutOff(ready, TimeSpan.FromSeconds(10));
        clock.Pass(9);
        Assert.Empty(scan.Ready());
        clock.Pass(1);
        Assert.Single(scan.Ready());
        File.Delete(path);
        Assert.Empty(scan.Ready());
        Assert.Equal(0, scan.Waiting);
    }

    [Fact]
    public void Names_of_unfinished_and_of_our_own_files_and_links_are_not_records()
    {
        using var root = new WorkerRoot();
        var clock = new HandClock();
        var scan = new InboxScan(new ServeFolders(root.Folder), TimeSpan.FromSeconds(5), clock);
        foreach (var name in new[] { ".a.csv", "a.csv.part", "a.TMP", "mapping.json", "grade.json", "held.txt", "postings-b.csv", "accounts.csv" })
        {
            root.Put("C/s", name, "x");
        }

        File.CreateSymbolicLink(Path.Combine(root.Folder, "inbox/C/s/link.csv"), "/etc/hostname");
        scan.Ready();
        clock.Pass(5);
        Assert.Equal(["accounts.csv", "postings-b.csv"], scan.Ready().Select(f => f.Name));
    }
}
