using System.Net;
using System.Net.Http;
using System.Text.RegularExpressions;
using FinInvest.Graph.Store;
using FinInvest.Graph.Worker.Hosting;
using Xunit;

namespace FinInvest.Graph.Tests.Worker.Hosting;

/// <summary>What the worker does when the server that keeps the cases is away, refuses it, or fails.</summary>
[Collection(nameof(HostedCollection))]
public class StoreGateTests
{
    private static readonly StoreHealth Away = new(StoreCondition.Away, "The store does not answer.");

    [Fact]
    public async Task While_the_store_is_away_files_wait_and_the_endpoints_say_so()
    {
        using var root = new WorkerRoot();
        root.PutTerms("C1/bank");
        root.Put("C1/bank", "postings-a.csv", WorkerRoot.Postings(1));
        var server = new FakeStoreServer(root.Folder) { Health = Away, Breaker = BreakerState.Open };
        await using var host = Build(root, server, o => o with { Listen = "127.0.0.1:0", Once = false });
        await host.StartAsync(CancellationToken.None);
        using var http = new HttpClient { BaseAddress = new Uri(host.Address) };
        await InboxTests.Until(() => server.Probes > 3);
        using (var answer = await http.GetAsync(new Uri("/readyz", UriKind.Relative)))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.Equal("The store does not answer. The worker waits; files stay in the inbox until it answers.\n", await answer.Content.ReadAsStringAsync());
        }

        Assert.Equal("2", await BreakerAsync(http, "2"));
        Assert.Equal((3, 0), (root.Left().Count(), server.Openings));
        (server.Health, server.Breaker) = (new StoreHealth(StoreCondition.Ready), BreakerState.Closed);
        await InboxTests.Until(() => !root.Left().Any());
        Assert.Equal("ready\n", await http.GetStringAsync("/readyz"));
        Assert.Equal("0", await BreakerAsync(http, "0"));
        await host.StopAsync();
        Assert.Equal(2, (await root.HeldAsync("C1")).Rows);
        Assert.DoesNotContain("given_back", File.ReadAllText(Path.Combine(root.Folder, "journal.jsonl")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_goes_away_in_the_middle_costs_a_file_nothing()
    {
        using var root = new WorkerRoot();
        root.PutTerms("C1/bank");
        var server = new FakeStoreServer(root.Folder);
        server.Fault = n =>
        {
            if (n > 1)
            {
                return null;
            }

            (server.Health, server.Breaker) = (Away, BreakerState.Open);
            return new StoreFaultException("away", isTransient: true);
        };
        await using var host = Build(root, server, o => o with { Once = false, RetryLaterSeconds = 1_000, RetrySeconds = 100, PutOffs = 0 });
        await host.StartAsync(CancellationToken.None);
        await InboxTests.Until(() => server.Probes > 3);
        Assert.Equal(1, server.Openings);
        (server.Health, server.Breaker) = (new StoreHealth(StoreCondition.Ready), BreakerState.Closed);
        await InboxTests.Until(() => !root.Left().Any());
        await host.StopAsync();
        Assert.Equal(2, (await root.HeldAsync("C1")).Documents.Count);
    }

    [Fact]
    public async Task A_store_that_refuses_the_user_is_asked_once()
    {
        using var root = new WorkerRoot();
        root.PutTerms("C1/bank");
        var server = new FakeStoreServer(root.Folder) { Health = new StoreHealth(StoreCondition.Refused, "Correct the password.") };
        await using (var host = Build(root, server, o => o with { Listen = "127.0.0.1:0", Once = false }))
        {
            await host.StartAsync(CancellationToken.None);
            using var http = new HttpClient { BaseAddress = new Uri(host.Address) };
            for (var i = 0; i < 5; i++)
            {
                using var answer = await http.GetAsync(new Uri("/readyz", UriKind.Relative));
                Assert.Equal("Correct the password.\n", await answer.Content.ReadAsStringAsync());
                await Task.Delay(60);
            }

            await host.StopAsync();
        }

        Assert.Equal((1, 0, 2), (server.Probes, server.Openings, root.Left().Count()));
        await using var once = Build(root, server, o => o);
        await once.RunAsync(CancellationToken.None);
        Assert.True(once.IsRefused);
    }

    [Fact]
    public async Task A_passing_fault_of_the_store_is_tried_again_after_the_pause_it_asks_for()
    {
        using var root = new WorkerRoot();
        root.PutTerms("C1/bank");
        var at = new List<long>();
        var server = new FakeStoreServer(root.Folder);
        server.Fault = n =>
        {
            at.Add(TimeProvider.System.GetTimestamp());
            return n <= 2 ? new StoreFaultException("busy", isTransient: true, n == 1 ? TimeSpan.FromMilliseconds(400) : null) : null;
        };
        await using var host = Build(root, server, o => o);
        await host.RunAsync(CancellationToken.None);
        Assert.Equal(2, (await root.HeldAsync("C1")).Documents.Count);
        Assert.Equal(3, at.Count);
        Assert.InRange(TimeProvider.System.GetElapsedTime(at[0], at[1]).TotalMilliseconds, 399, 10_000);
    }

    [Fact]
    public async Task A_fault_that_does_not_pass_is_met_once_and_the_note_says_what_to_do()
    {
        using var root = new WorkerRoot();
        root.Put("C1/bank", "accounts.csv", "id,currency\nACC-1,USD\n");
        root.Put("C2/bank", "accounts.csv", "id,currency\nACC-1,USD\n");
        var note = Path.Combine(root.Folder, "inbox/C1/bank/accounts.csv.held.txt");
        var server = new FakeStoreServer(root.Folder) { Fault = n => n == 1 ? new StoreFaultException("Raise the limit.", isTransient: false) : null };
        await using var host = Build(root, server, o => o with { Once = false });
        await host.StartAsync(CancellationToken.None);
        await InboxTests.Until(() => File.Exists(note) && File.Exists(root.Done("C2/bank/accounts.csv")));
        await Task.Delay(300);
        Assert.Equal((2, "accounts.csv"), (server.Openings, Assert.Single(root.Left())));
        Assert.Contains("fault: Raise the limit.", File.ReadAllText(note), StringComparison.Ordinal);
        Assert.Contains("delete this note", File.ReadAllText(note), StringComparison.Ordinal);
        File.Delete(note);
        await InboxTests.Until(() => File.Exists(root.Done("C1/bank/accounts.csv")));
        await host.StopAsync();
        Assert.Empty(Directory.EnumerateFiles(Path.GetDirectoryName(note)!));
    }

    [Fact]
    public async Task What_never_passes_is_given_back_after_the_limit()
    {
        using var root = new WorkerRoot();
        root.Put("C1/bank", "accounts.csv", "id,currency\nACC-1,USD\n");
        var server = new FakeStoreServer(root.Folder) { Fault = _ => new StoreFaultException("busy", isTransient: true) };
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await using (var host = Build(root, server, o => o with { PutOffs = 2 }))
        {
            await host.RunAsync(limit.Token);
            Assert.False(limit.IsCancellationRequested);
            Assert.True(host.HasRejects);
        }

        Assert.Equal(3 * (1 + root.Options().Retries), server.Openings);
        Assert.Contains("was tried at 3 times", File.ReadAllText(Path.Combine(root.Folder, "inbox/C1/bank/accounts.csv.held.txt")), StringComparison.Ordinal);
        Assert.Contains("\"given_back\"", File.ReadAllText(Path.Combine(root.Folder, "journal.jsonl")), StringComparison.Ordinal);

        // A start of the worker begins anew.
        server.Fault = _ => null;
        await using var next = Build(root, server, o => o);
        await next.RunAsync(limit.Token);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(root.Folder, "inbox/C1/bank")));
    }

    private static ServeHost Build(WorkerRoot root, FakeStoreServer server, Func<ServeOptions, ServeOptions> change) =>
        ServeHost.Build(change(root.Options()), ServeHost.Configuration(root.Folder, WorkerRoot.Quiet), null, server);

    /// <summary>The gauge; the exporter keeps an answer for a moment.</summary>
    private static async Task<string> BreakerAsync(HttpClient http, string wanted)
    {
        var value = "";
        for (var i = 0; i < 100 && value != wanted; i++)
        {
            value = Regex.Match(await http.GetStringAsync("/metrics"), "^fininvest_store_breaker(?:\\{[^}]*\\})? (\\d)", RegexOptions.Multiline).Groups[1].Value;
            await Task.Delay(50);
        }

        return value;
    }
}
