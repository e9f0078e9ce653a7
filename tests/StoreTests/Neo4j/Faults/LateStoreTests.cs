using System.Diagnostics;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using FinInvest.Graph.StoreTests.Embedded;
using FinInvest.Graph.StoreTests.Kill;
using FinInvest.Graph.Worker.Hosting;
using Xunit;

namespace FinInvest.Graph.StoreTests.Neo4j.Faults;

/// <summary>The worker as a process of its own, before a server whose port opens late, closes and opens again.</summary>
[Collection(ProcessesCollection.Name)]
public class LateStoreTests(Neo4jServer server, ITestOutputHelper output)
{
    [Fact]
    public async Task The_worker_waits_for_its_store_says_so_and_begins_when_it_is_there()
    {
        var at = await server.SettingsAsync();
        using var folder = new PassingFolder();
        var name = $"t-{Guid.NewGuid():N}";
        var sender = Directory.CreateDirectory(Path.Combine(folder.Path, "inbox", name, "bank")).FullName;
        await File.WriteAllTextAsync(Path.Combine(sender, "accounts.csv"), "id,currency\nACC-1,USD\n");
        var (storePort, port) = (FreePort(), FreePort());
        using var worker = Start(folder.Path, storePort, port, at.Password);
        using var ended = new EndAtLast(worker);
        var log = new List<string>();
        worker.ErrorDataReceived += (_, e) =>
        {
            lock (log)
            {
                log.Add(e.Data ?? "");
                output.WriteLine(e.Data ?? "");
            }
        };
        worker.BeginErrorReadLine();
        bool Said(string words)
        {
            lock (log)
            {
                return log.Exists(l => l.Contains(words, StringComparison.Ordinal));
            }
        }

        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        await Until(() => Said("The worker waits; files stay in the inbox until it answers."));
        Assert.Equal((503, true), await ReadyAsync(http));
        Assert.True(File.Exists(Path.Combine(sender, "accounts.csv")));
        await using (new FaultProxy(at.Address, port: storePort))
        {
            await Until(() => File.Exists(Path.Combine(folder.Path, "done", name, "bank", "accounts.csv.receipt.txt")));
            Assert.Equal((200, false), await ReadyAsync(http));
            Assert.True(Said("The store answers again"));
        }

        await File.WriteAllTextAsync(Path.Combine(sender, "parties.csv"), "id,name\nP-1,Invented Owner\n");
        await Until(async () => (await ReadyAsync(http)).Status == 503 && Regex.IsMatch(await http.GetStringAsync("/metrics"), "^fininvest_store_breaker(\\{[^}]*\\})? [12]", RegexOptions.Multiline));
        await using (new FaultProxy(at.Address, port: storePort))
        {
            await Until(() => File.Exists(Path.Combine(folder.Path, "done", name, "bank", "parties.csv.receipt.txt")));
        }

        using var stop = Process.Start("kill", ["-TERM", worker.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await worker.WaitForExitAsync();
        Assert.Equal(0, worker.ExitCode);
        Assert.False(Said("put_off") || Said("Put off") || Said("Gave back"));
    }

    /// <summary>A test that fails leaves no worker behind.</summary>
    private sealed class EndAtLast(Process process) : IDisposable
    {
        public void Dispose()
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }

    private static async Task<(int Status, bool Waits)> ReadyAsync(HttpClient http)
    {
        using var answer = await http.GetAsync(new Uri("/readyz", UriKind.Relative));
        return ((int)answer.StatusCode, (await answer.Content.ReadAsStringAsync()).Contains("The worker waits", StringComparison.Ordinal));
    }

    private static Process Start(string root, int store, int port, string password)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ServeHost).Assembly.Location, "serve", "--root", root, "--listen", $"127.0.0.1:{port}",
            "--set", $"Store=http://127.0.0.1:{store}", "StableSeconds=0.1", "ScanSeconds=0.1", "DiskFreeMegabytes=0"]) { RedirectStandardError = true };
        start.Environment["NEO4J_PASSWORD"] = password;
        return Process.Start(start) ?? throw new InvalidOperationException("The worker did not start.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static Task Until(Func<bool> met) => Until(() => Task.FromResult(met()));

    private static async Task Until(Func<Task<bool>> met)
    {
        for (var i = 0; !await met(); i++)
        {
            Assert.True(i < 3_600, "What was waited for did not come.");
            await Task.Delay(50);
        }
    }
}
