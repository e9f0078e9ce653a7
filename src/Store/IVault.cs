namespace FinInvest.Graph.Store;

/// <summary>The raw source files by SHA-256, unchanged. A door of its own: raw files do not belong in a graph database.</summary>
public interface IVault
{
    /// <summary>Durable under its final name when this returns.</summary>
    ValueTask<Sha256> PutAsync(Stream content, CancellationToken ct);

    /// <summary>Throws FileNotFoundException where the vault has no such file.</summary>
    ValueTask<Stream> OpenAsync(Sha256 id, CancellationToken ct);

    /// <summary>Removes a file, and what writers that died left half-written. Its name is gone for good when this returns.</summary>
    /// <returns>False where the vault had no such file.</returns>
    ValueTask<bool> DeleteAsync(Sha256 id, CancellationToken ct);
}
