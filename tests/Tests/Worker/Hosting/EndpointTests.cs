using System.Net;
using System.Net.Http;
using FinInvest.Graph.Worker.Hosting;
using Xunit;

namespace FinInvest.Graph.Tests.Worker.Hosting;

/// <summary>The three endpoints on a free port.</summary>
[Collection(nameof(HostedCollection))]
public class EndpointTests
{
    [Fact]
    public async Task They_say_that_it_lives_whether_it_is_ready_and_what_it_counted()
    {
        using var root = new WorkerRoot();
        root.PutTerms("C1/bank");
        root.Put("C1/bank", "postings-a.csv", WorkerRoot.Header + "S1,1,2024-01-05,10.00,USD,B\nS1,2,2024-01-06,ten,USD,B\n");
        await using var host = ServeHost.Build(root.Options(once: false) with { Listen = "127.0.0.1:0" }, ServeHost.Configuration(root.Folder, WorkerRoot.Quiet));
        await host.StartAsync(CancellationToken.None);
        await InboxTests.Until(() => !root.Left().Any());
        using var http = new HttpClient { BaseAddress = new Uri(host.Address) };
        Assert.Equal("alive\n", await http.GetStringAsync("/healthz"));
        Assert.Equal("ready\n", await http.GetStringAsync("/readyz"));
        var metrics = "";
        await Until(async () => (metrics = await http.GetStringAsync("/metrics")).Contains("outcome=\"loaded\"} 3", StringComparison.Ordinal));
        Assert.Contains("code=\"AMOUNT_NOT_A_NUMBER\"} 1", metrics, StringComparison.Ordinal);
        Assert.Contains("fininvest_rows_total", metrics, StringComparison.Ordinal);
        Assert.Contains("fininvest_queue", metrics, StringComparison.Ordinal);
        Assert.DoesNotContain("C1", metrics, StringComparison.Ordinal);

        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(root.Folder, "cases", "BROKEN")).FullName, "case.db"), new string('x', 8_192));
        using var answer = await http.GetAsync(new Uri("/readyz", UriKind.Relative));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("BROKEN", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await host.StopAsync();
    }

    [Fact]
    public async Task Two_workers_do_not_serve_one_root()
    {
        using var root = new WorkerRoot();
        await using var first = ServeHost.Build(root.Options(), ServeHost.Configuration(root.Folder, WorkerRoot.Quiet));
        Assert.Throws<FinInvest.Graph.Store.StoreBusyException>(() => ServeHost.Build(root.Options(), ServeHost.Configuration(root.Folder, WorkerRoot.Quiet)));
    }

    private static async Task Until(Func<Task<bool>> met)
    {
        for (var i = 0; !await met(); i++)
        {
            Assert.True(i < 300, "What was waited for did not come.");
            await Task.Delay(50);
        }
    }
}
