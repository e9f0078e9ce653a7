namespace FinInvest.Graph.Store;

/// <summary>One load, all or nothing: invisible until CommitAsync; disposed without commit it leaves no trace.</summary>
public interface ILoad : IAsyncDisposable
{
    /// <summary>False = the case already holds this document; then nothing of it is to be appended.</summary>
    ValueTask<bool> BeginDocumentAsync(SourceDocument document, CancellationToken ct);

    /// <summary>Rows, facts and rejects belong to the document begun last; anything else throws InvalidOperationException.</summary>
    ValueTask AppendAsync(PostingPage page, CancellationToken ct);
    ValueTask AppendAsync(IReadOnlyList<FactRow> facts, CancellationToken ct);
    ValueTask AppendAsync(IReadOnlyList<Reject> rejects, CancellationToken ct);

    /// <summary>Makes all of it durable and visible at once. Without any new document nothing changes and Load is 0.
    /// The bytes of every new document must be in the case's vault by now, else InvalidOperationException and nothing changes.</summary>
    ValueTask<LoadReceipt> CommitAsync(CancellationToken ct);
}
