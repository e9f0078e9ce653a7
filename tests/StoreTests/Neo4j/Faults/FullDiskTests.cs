using System.Diagnostics;
using FinInvest.Graph.Store;
using FinInvest.Graph.Store.Neo4j.Transport;
using FinInvest.Graph.StoreTests.Embedded;
using FinInvest.Graph.StoreTests.Kill;
using Xunit;

namespace FinInvest.Graph.StoreTests.Neo4j.Faults;

/// <summary>A server whose disk is full: a file system of a stated size in memory, which only root may mount. In the long set, since it needs a server of its own.</summary>
[Collection(ProcessesCollection.Name)]
public class FullDiskTests(ITestOutputHelper output)
{
    private const long LeftBytes = 6 << 20;

    [Fact]
    public async Task A_full_server_says_so_and_after_room_was_made_everything_acknowledged_is_there()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("FININVEST_LONG") == "1", "The full disk is in the long set: FININVEST_LONG=1.");
        using var folder = new PassingFolder();
        var mount = Directory.CreateDirectory(Path.Combine(folder.Path, "small")).FullName;
        Assert.SkipUnless(await RunAsync("mount", "-t", "tmpfs", "-o", "size=120m", "tmpfs", mount), "This machine does not let the test mount a small file system.");
        try
        {
            await using var server = Neo4jServer.In(Path.Combine(mount, "home"), "db.tx_log.preallocate=false\ndb.tx_log.rotation.size=32m");
            await server.OwnAsync();
            var at = await server.SettingsAsync();
            using var loader = new ServerLoader("full");
            using var auditor = new ServerAuditor(at, "full");
            await loader.RunAsync(at, CancellationToken.None, loads: 1);
            var ballast = Path.Combine(mount, "ballast");
            await RunAsync("fallocate", "-l", $"{new DriveInfo(mount).AvailableFreeSpace - LeftBytes}", ballast);
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
            var fault = await Assert.ThrowsAsync<StoreFaultException>(() => loader.RunAsync(at, limit.Token));
            output.WriteLine(fault.Message);
            Assert.False(fault.IsTransient);
            Assert.Contains("disk may be full", fault.Message, StringComparison.Ordinal);
            Assert.Contains("make room", fault.Message, StringComparison.Ordinal);
            var acknowledged = loader.Acknowledged.Count;
            File.Delete(ballast);
            await server.KillAsync();
            await server.StartAgainAsync();
            await auditor.CheckAsync(loader.Acknowledged, isQuiet: false);
            await loader.RunAsync(new Neo4jSettings(at.Address, at.User, at.Password) { AttemptsMax = 20 }, CancellationToken.None, loads: 2);
            Assert.Equal(loader.Acknowledged.Count, await auditor.CheckAsync(loader.Acknowledged, isQuiet: true));
            output.WriteLine($"{acknowledged} documents were acknowledged before the disk was full, {loader.Acknowledged.Count} are there after room was made.");
        }
        finally
        {
            await RunAsync("umount", "-l", mount);
        }
    }

    private static async Task<bool> RunAsync(string program, params string[] words)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, words) { RedirectStandardError = true }) ?? throw new InvalidOperationException($"{program} did not start.");
            await process.WaitForExitAsync();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
