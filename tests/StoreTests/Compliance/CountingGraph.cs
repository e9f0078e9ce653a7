using System.Runtime.CompilerServices;
using FinInvest.Graph.Store;

namespace FinInvest.Graph.StoreTests.Compliance;

/// <summary>A case whose readings of rows are counted.</summary>
internal sealed class CountingGraph(ICaseGraph graph) : ICaseGraph
{
    /// <summary>The case itself.</summary>
    public ICaseGraph Counted => graph;

    /// <summary>Rows that were asked for and given.</summary>
    public long Rows { get; private set; }

    /// <summary>Documents whose rows were given.</summary>
    public HashSet<Sha256> Documents { get; } = [];

    public List<LedgerRequest> Requests { get; } = [];

    /// <summary>After this many pages the store fails.</summary>
    public int PagesMax { get; set; } = int.MaxValue;

    /// <summary>The rows given since this was asked last.</summary>
    public long Taken()
    {
        var rows = Rows;
        Rows = 0;
        return rows;
    }

    public async IAsyncEnumerable<PostingPage> PostingsAsync(LedgerRequest request, [EnumeratorCancellation] CancellationToken ct)
    {
        Requests.Add(request);
        var pages = 0;
        await foreach (var page in graph.PostingsAsync(request, ct))
        {
            if (pages++ >= PagesMax)
            {
                throw new IOException("The server is gone.");
            }

            Rows += page.Count;
            Documents.Add(page.Document);
            yield return page;
        }
    }

    public ValueTask<CaseVersion> VersionAsync(CancellationToken ct) => graph.VersionAsync(ct);
    public ValueTask<CaseFacts> FactsAsync(CaseVersion at, CancellationToken ct) => graph.FactsAsync(at, ct);
    public ValueTask<IReadOnlyList<Reject>> RejectsAsync(CaseVersion at, CancellationToken ct) => graph.RejectsAsync(at, ct);
    public ValueTask<IReadOnlyList<LoadReceipt>> LoadsAsync(CaseVersion at, CancellationToken ct) => graph.LoadsAsync(at, ct);
    public ValueTask<FindResult> FindAsync(FindQuery query, CaseVersion at, CancellationToken ct) => graph.FindAsync(query, at, ct);
    public ValueTask<ILoad> BeginLoadAsync(CancellationToken ct) => graph.BeginLoadAsync(ct);
    public ValueTask<CaseVersion> DecideAsync(IReadOnlyList<Decision> decisions, CaseVersion expected, CancellationToken ct) => graph.DecideAsync(decisions, expected, ct);
    public ValueTask<Sha256> DecisionHeadAsync(CaseVersion at, CancellationToken ct) => graph.DecisionHeadAsync(at, ct);
    public ValueTask<ExpungeReceipt> ExpungeAsync(Sha256 document, CourtOrder order, CancellationToken ct) => graph.ExpungeAsync(document, order, ct);
    public ValueTask<ChainCheck> VerifyChainAsync(CancellationToken ct) => graph.VerifyChainAsync(ct);
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
