using System.Diagnostics.Metrics;
using FinInvest.Graph.Store.Neo4j.Transport;
using FinInvest.Graph.StoreTests.Kill;
using Xunit;

namespace FinInvest.Graph.StoreTests.Neo4j.Faults;

/// <summary>A server that has too little memory for a whole batch.</summary>
[Collection(ProcessesCollection.Name)]
public class MemoryLimitTests(Neo4jServer server, ITestOutputHelper output)
{
    private const int Rows = 12_000;

    [Fact]
    public async Task A_batch_that_is_too_large_for_the_servers_memory_is_halved_until_it_fits()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("FININVEST_LONG") == "1", "The small memory is in the long set: FININVEST_LONG=1.");
        await server.OwnAsync();
        await server.KillAsync();
        await server.StartAgainAsync("db.memory.transaction.max=8m");
        try
        {
            var halved = 0L;
            using var listener = new MeterListener();
            listener.InstrumentPublished = (instrument, l) =>
            {
                if (instrument.Meter.Name == ResilientTransport.MeterName && instrument.Name == "fininvest.neo4j.halved_batches")
                {
                    l.EnableMeasurementEvents(instrument);
                }
            };
            listener.SetMeasurementEventCallback<long>((_, value, _, _) => Interlocked.Add(ref halved, value));
            listener.Start();
            await using var open = await Neo4jOpenCase.MakeAsync(server);
            await StoreSample.LoadAsync(open.Graph, open.Vault, [1], Rows, 5_000);
            using var auditor = new ServerAuditor(await server.SettingsAsync(), open.Name);
            Assert.Equal(1, await auditor.CheckAsync([1], isQuiet: true, _ => Rows));
            Assert.InRange(halved, 1, 100);
            output.WriteLine($"{halved} batches were halved for {Rows} rows.");
        }
        finally
        {
            await server.KillAsync();
            await server.StartAgainAsync();
        }
    }
}
