using FinInvest.Graph.Store.Neo4j.Transport;
using FinInvest.Graph.StoreTests.Kill;
using Xunit;

namespace FinInvest.Graph.StoreTests.Neo4j.Faults;

/// <summary>Whole loads over a connection that breaks at every n-th call, audited.</summary>
[Collection(ProcessesCollection.Name)]
public class CutLoadTests(Neo4jServer server)
{
    [Theory]
    [InlineData(nameof(CutAt.BeforeTheRequest), 3)]
    [InlineData(nameof(CutAt.AfterTheRequest), 4)]
    [InlineData(nameof(CutAt.InTheMiddleOfTheAnswer), 5)]
    public async Task Loads_through_a_breaking_connection_come_in_whole_and_once(string where, int every)
    {
        var at = await server.SettingsAsync();
        await using var proxy = new FaultProxy(at.Address);
        var name = $"t-{Guid.NewGuid():N}";
        using var loader = new ServerLoader(name);
        using var auditor = new ServerAuditor(at, name);
        var settings = new Neo4jSettings(proxy.Address, at.User, at.Password) { FirstPause = TimeSpan.FromMilliseconds(5), LongestPause = TimeSpan.FromMilliseconds(20) };
        proxy.Cut = n => n % every == 0 ? Enum.Parse<CutAt>(where) : CutAt.Nowhere;
        await loader.RunAsync(settings, CancellationToken.None, loads: 2);
        Assert.Empty(loader.Faults);
        Assert.InRange(proxy.Cuts, 5, proxy.Calls / 2);
        Assert.Equal(loader.Acknowledged.Count, await auditor.CheckAsync(loader.Acknowledged, isQuiet: true));
    }
}
