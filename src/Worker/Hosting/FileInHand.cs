using System.Security.Cryptography;
using FinInvest.Graph.Ingest.Mapping;
using FinInvest.Graph.Ingest.Mending;

namespace FinInvest.Graph.Worker.Hosting;

/// <summary>A file in hand as the loader reads it: itself, or, where it is a file of rejected rows that a person has mended, those rows under the name of their original.</summary>
internal sealed class FileInHand : IDisposable
{
    private readonly MendedFolder? mended;

    private FileInHand(InboxFile file, Sha256 hash, MendedFolder? mended, Sha256 document)
    {
        (File, Hash, this.mended, Document) = (file, hash, mended, document);
    }

    public InboxFile File { get; }

    /// <summary>Of the bytes in the inbox.</summary>
    public Sha256 Hash { get; }

    /// <summary>Of the bytes that are loaded: the case knows the document by it.</summary>
    public Sha256 Document { get; }

    public bool IsMended => mended is not null;

    /// <summary>What is loaded.</summary>
    public string Path => mended?.Files[0] ?? File.Path;

    /// <summary>The name it is read by.</summary>
    public string Name => mended is null ? File.Name : MendedRows.OriginalName(File.Name);

    /// <summary>
    /// Whether a name says that a file holds mended rows. The name alone decides: rows without the three columns that such a file begins with are refused, since as a file of its own they would pass for the bank's.
    /// </summary>
    public static bool IsMendedName(string name) => name.Length > RejectedRows.Suffix.Length && name.EndsWith(RejectedRows.Suffix, StringComparison.OrdinalIgnoreCase);

    /// <exception cref="ArgumentException">Its name says mended rows, and it holds none; the message says why.</exception>
    public static async Task<FileInHand> OfAsync(InboxFile file, Sha256 hash, RecordMapping? mapping, ServeFolders folders, CancellationToken ct)
    {
        if (!IsMendedName(file.Name))
        {
            return new FileInHand(file, hash, null, hash);
        }

        ServeFolders.Create(folders.Mending);
        var place = System.IO.Path.Combine(folders.Mending, hash.Short(12));
        ServeFolders.Create(place);
        var rows = new MendedFolder([file.Path], mapping, place);
        return new FileInHand(file, hash, rows, await HashAsync(rows.Files[0], ct));
    }

    public static async Task<Sha256> HashAsync(string path, CancellationToken ct)
    {
        await using var content = System.IO.File.OpenRead(path);
        return new Sha256(Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct)));
    }

    public void Dispose() => mended?.Dispose();
}
