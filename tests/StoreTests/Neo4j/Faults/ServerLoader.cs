using FinInvest.Graph.Store;
using FinInvest.Graph.Store.Neo4j;
using FinInvest.Graph.Store.Neo4j.Transport;
using FinInvest.Graph.StoreTests.Children;
using FinInvest.Graph.StoreTests.Embedded;

namespace FinInvest.Graph.StoreTests.Neo4j.Faults;

/// <summary>Loads document after document into one case of a server through the door, notes what was acknowledged, and begins a load that failed anew with the same documents.</summary>
internal sealed class ServerLoader(string name) : IDisposable
{
    /// <summary>Short, so that what a killed server kept of a lease is over soon after it is back.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(3);

    private readonly PassingFolder folder = new();
    private int next = 1;

    /// <summary>Documents whose load said that it was committed.</summary>
    public List<int> Acknowledged { get; } = [];

    /// <summary>What loads failed with.</summary>
    public List<Exception> Faults { get; } = [];

    /// <summary>Calls that were made again.</summary>
    public long Retries { get; private set; }

    /// <summary>Loads of one to three documents until told to stop, or until so many loads are acknowledged.</summary>
    public async Task RunAsync(Neo4jSettings settings, CancellationToken stop, int loads = int.MaxValue)
    {
        var done = 0;
        while (!stop.IsCancellationRequested && done < loads)
        {
            var documents = Enumerable.Range(next, 1 + (next % 3)).ToArray();
            try
            {
                await LoadAsync(settings, documents);
                Acknowledged.AddRange(documents);
                next += documents.Length;
                done++;
            }
            catch (Exception e) when (e is StoreFaultException { IsTransient: true } or StoreBusyException)
            {
                Faults.Add(e);
                await Task.Delay(50, CancellationToken.None);
            }
        }
    }

    public void Dispose() => folder.Dispose();

    /// <summary>One load in a process of its own, as it were: what the store remembers is gone each time.</summary>
    private async Task LoadAsync(Neo4jSettings settings, int[] documents)
    {
        await using var transport = ResilientTransport.OverHttp(settings);
        try
        {
            await using var store = (await Neo4jStore.OpenAsync(transport, CaseAddress.Parse("http://host/" + name), Path.Combine(folder.Path, "vault"), Path.Combine(folder.Path, "cache"), create: true,
                TimeProvider.System, Lease, default, ownsTransport: false))!;
            await using var load = await store.Case.BeginLoadAsync(default);
            foreach (var document in documents)
            {
                await StoreSample.AppendAsync(load, store.Vault, document, Child.RowsOf(document), 500);
            }

            await load.CommitAsync(default);
        }
        finally
        {
            Retries += transport.Retries;
        }
    }
}
