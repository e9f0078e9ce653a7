using FinInvest.Graph.Casework.LoadRecords;
using FinInvest.Graph.Store;

namespace FinInvest.Graph.Worker.Hosting;

/// <summary>What the case holds of one file: from the load that has just ended, else read back from the store, so that the receipt is the same when the worker was killed after the load.</summary>
/// <param name="Load">The load that brought it first.</param>
/// <param name="Name">The name it was first loaded under.</param>
/// <param name="Accounts">Rows and first and last booking day of each account, in ordinal order.</param>
internal sealed record LoadedFile(long Load, string Name, DocumentReceipt Receipt, IReadOnlyList<Reject> Rejects, IReadOnlyList<AccountSpan> Accounts)
{
    public static async Task<LoadedFile> ReadAsync(ICaseGraph graph, Sha256 hash, LoadOutcome outcome, CancellationToken ct)
    {
        if (outcome.Receipt.Documents.FirstOrDefault(d => d.Document.Hash == hash && !d.AlreadyHeld) is { } fresh && fresh.Rejects == outcome.Rejects.Count)
        {
            return new LoadedFile(outcome.Receipt.Version.Loads, fresh.Document.Name, fresh, [.. outcome.Rejects.OrderBy(r => r.Row)], outcome.Accounts ?? []);
        }

        var loads = await graph.LoadsAsync(await graph.VersionAsync(ct), ct);
        var load = loads.First(l => l.Documents.Any(d => d.Document.Hash == hash && !d.AlreadyHeld));
        var receipt = load.Documents.First(d => d.Document.Hash == hash && !d.AlreadyHeld);
        var rejects = receipt.Rejects == 0 ? [] : await RejectsAsync(graph, load.Version, receipt, ct);
        return new LoadedFile(load.Version.Loads, receipt.Document.Name, receipt, rejects, receipt.Postings == 0 ? [] : await AccountsAsync(graph, load.Version, hash, ct));
    }

    /// <summary>The store gives rejects in the order of loads: those of one load are what its version has more than the version before.</summary>
    private static async Task<IReadOnlyList<Reject>> RejectsAsync(ICaseGraph graph, CaseVersion at, DocumentReceipt receipt, CancellationToken ct)
    {
        var all = await graph.RejectsAsync(at, ct);
        var before = await graph.RejectsAsync(at with { Loads = at.Loads - 1 }, ct);
        return [.. all.Skip(before.Count).Where(r => r.File == receipt.Document.Name)];
    }

    private static async Task<IReadOnlyList<AccountSpan>> AccountsAsync(ICaseGraph graph, CaseVersion at, Sha256 hash, CancellationToken ct)
    {
        var spans = new AccountSpans();
        await foreach (var page in graph.PostingsAsync(new LedgerRequest(at, AfterLoad: at.Loads - 1), ct))
        {
            if (page.Document == hash)
            {
                spans.Add(page);
            }
        }

        return spans.All;
    }
}
