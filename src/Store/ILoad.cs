namespace FinInvest.Graph.Store;

/// <summary>One load, all or nothing: invisible until CommitAsync; disposed without commit it leaves no trace.</summary>
public interface ILoad : IAsyncDisposable
{
    /// <summary>False = the case already holds this document; then nothing of it is to be appended.</summary>
    /// <exception cref="DocumentExpungedException">A court's order took it out.</exception>
    ValueTask<bool> BeginDocumentAsync(SourceDocument document, CancellationToken ct);

    /// <summary>Notes a document that was expunged where this case is carried from: a tombstone, so that the journal is the same and the document is refused here too.</summary>
    ValueTask AppendTombstoneAsync(Sha256 document, CancellationToken ct);

    /// <summary>Rows, facts and rejects belong to the document begun last; anything else throws InvalidOperationException.</summary>
    ValueTask AppendAsync(PostingPage page, CancellationToken ct);
    ValueTask AppendAsync(IReadOnlyList<FactRow> facts, CancellationToken ct);
    ValueTask AppendAsync(IReadOnlyList<Reject> rejects, CancellationToken ct);

    /// <summary>Makes all of it durable and visible at once. Without any new document nothing changes and Load is 0.
    /// The bytes of every new document must be in the case's vault by now, else InvalidOperationException and nothing changes.</summary>
    ValueTask<LoadReceipt> CommitAsync(CancellationToken ct);
}
