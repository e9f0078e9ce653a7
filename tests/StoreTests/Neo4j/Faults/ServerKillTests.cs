using System.Globalization;
using FinInvest.Graph.Store.Neo4j.Transport;
using FinInvest.Graph.StoreTests.Kill;
using Xunit;

namespace FinInvest.Graph.StoreTests.Neo4j.Faults;

/// <summary>kill -9 of the server at random moments of loads, and its start on the same data. It does not test a loss of power: the kernel's cache outlives the process.</summary>
[Collection(ProcessesCollection.Name)]
public class ServerKillTests(Neo4jServer server, ITestOutputHelper output)
{
    private const int Long = 30;
    private const int Short = 3;

    [Fact]
    public async Task What_was_acknowledged_is_there_once_and_the_rest_is_unseen_or_comes_in_again()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("FININVEST_LONG") == "1", "Killing the server is in the long set: FININVEST_LONG=1.");
        await server.OwnAsync();
        var kills = Environment.GetEnvironmentVariable("FININVEST_LONG") == "1" ? Long : Short;
        var seed = int.TryParse(Environment.GetEnvironmentVariable("FININVEST_SEED"), CultureInfo.InvariantCulture, out var given) ? given : Environment.TickCount & 0xffff;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var name = $"t-{Guid.NewGuid():N}";
        var at = await server.SettingsAsync();
        using var auditor = new ServerAuditor(at, name);
        using var loader = new ServerLoader(name);
        var hasty = new Neo4jSettings(at.Address, at.User, at.Password) { AttemptsMax = 2 };
        var steady = new Neo4jSettings(at.Address, at.User, at.Password) { AttemptsMax = 400, LongestPause = TimeSpan.FromSeconds(1), BreakerPause = TimeSpan.FromSeconds(1) };
        var (failed, through, documents) = (0, 0, 0);
        await loader.RunAsync(steady, CancellationToken.None, loads: 1);
        for (var kill = 1; kill <= kills; kill++)
        {
            try
            {
                var (faults, retries) = (loader.Faults.Count, loader.Retries);
                using var stop = new CancellationTokenSource();
                var loading = loader.RunAsync(kill % 2 == 1 ? steady : hasty, stop.Token);
                await Task.Delay(random.Next(50, 2_500), CancellationToken.None);
                await server.KillAsync();
                Assert.False(loading.IsCompleted, "The loader ended by itself.");
                await server.StartAgainAsync();
                await auditor.CheckAsync([.. loader.Acknowledged], isQuiet: false);
                await stop.CancelAsync();
                await loading;
                failed += loader.Faults.Count > faults ? 1 : 0;
                through += loader.Faults.Count == faults && loader.Retries > retries ? 1 : 0;

                // One more load: whatever the killed one left has gone by then, and it came in or comes in now.
                await loader.RunAsync(steady, CancellationToken.None, loads: 1);
                documents = await auditor.CheckAsync(loader.Acknowledged, isQuiet: true);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"Seed {seed}, kill {kill}: {e.Message}", e);
            }
        }

        Assert.True(failed + through > 0, "No kill met a load.");
        output.WriteLine($"seed {seed}: {kills} kills, {failed} broke a load that was begun anew, {through} were waited for inside a load; {documents} documents in the case, audited twice after every kill.");
    }
}
