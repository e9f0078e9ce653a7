namespace FinInvest.Graph.Store;

/// <summary>One load, all or nothing: invisible until CommitAsync; disposed without commit it leaves no trace.</summary>
public interface ILoad : IAsyncDisposable
{
    /// <summary>False = the case already holds this document; then nothing of it is to be appended.</summary>
    ValueTask<bool> BeginDocumentAsync(SourceDocument document, CancellationToken ct);
    ValueTask AppendAsync(PostingPage page, CancellationToken ct);
    ValueTask AppendAsync(IReadOnlyList<FactRow> facts, CancellationToken ct);
    ValueTask AppendAsync(IReadOnlyList<Reject> rejects, CancellationToken ct);

    /// <summary>Makes all of it durable and visible at once. Without any new document nothing changes and Load is 0.</summary>
    ValueTask<LoadReceipt> CommitAsync(CancellationToken ct);
}
