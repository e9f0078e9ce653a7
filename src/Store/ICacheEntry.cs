namespace FinInvest.Graph.Store;

/// <summary>
/// A kept entry: sections of bytes, mapped read only and whole (their checksums were right when it was opened). The memory stays mapped until the entry is disposed,
/// even when the file is deleted; nothing on it may be read after that. An entry that nobody disposes stays mapped until the process ends.
/// </summary>
public interface ICacheEntry : IDisposable
{
    /// <summary>Number of sections.</summary>
    int Count { get; }

    /// <summary>Where a section begins; a multiple of 64.</summary>
    nint Address(int section);

    /// <summary>Bytes of a section.</summary>
    long Length(int section);
}
