using System.Globalization;
using System.Security.Cryptography;
using FinInvest.Graph.Store.Files;

namespace FinInvest.Graph.Store;

/// <summary>
/// The vault as a folder: one file a document, named by the 64 hex digits of its SHA-256, readable by its owner alone. A file is written under a passing name, flushed,
/// then renamed, and the folder is flushed: under a final name there is never half a file.
/// </summary>
public sealed class FolderVault : IVault
{
    private const string Passing = ".incoming-";
    private const int BlockBytes = 1 << 16;
    private static long counter;
    private readonly string folder;
    private readonly IStepWatch? watch;

    /// <param name="folder">Made where it does not exist.</param>
    public FolderVault(string folder)
        : this(folder, null)
    {
    }

    internal FolderVault(string folder, IStepWatch? watch)
    {
        this.folder = folder;
        this.watch = watch;
        DurableFolder.Create(folder);
    }

    /// <inheritdoc/>
    public async ValueTask<Sha256> PutAsync(Stream content, CancellationToken ct)
    {
        var passing = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{Passing}{Environment.ProcessId}-{Interlocked.Increment(ref counter)}"));
        try
        {
            var (id, bytes) = await WriteAsync(content, passing, ct);
            var final = Name(id);
            watch?.Before("name the file");
            if (new FileInfo(final) is { Exists: true } held && held.Length == bytes)
            {
                File.Delete(passing);
            }
            else
            {
                File.Move(passing, final, overwrite: true);
            }

            watch?.After("name the file");

            // Also for a file already there: whoever wrote it may have died before its name was on the disk.
            DurableFolder.Flush(folder, watch);
            return id;
        }
        catch
        {
            File.Delete(passing);
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask<Stream> OpenAsync(Sha256 id, CancellationToken ct)
    {
        var name = Name(id);
        return IsHash(id.Hex) && File.Exists(name)
            ? ValueTask.FromResult<Stream>(new FileStream(name, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BlockBytes, useAsync: false))
            : throw new FileNotFoundException($"The vault has no file {id}.", name);
    }

    /// <inheritdoc/>
    public ValueTask<bool> DeleteAsync(Sha256 id, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var isHeld = IsHash(id.Hex) && File.Exists(Name(id));
        if (isHeld)
        {
            watch?.Before("delete the file");
            File.Delete(Name(id));
            watch?.After("delete the file");
        }

        Sweep(DateTimeOffset.MaxValue);
        DurableFolder.Flush(folder, watch);
        return ValueTask.FromResult(isHeld);
    }

    /// <summary>Length of a file in bytes; -1 where the vault has none.</summary>
    public long Length(Sha256 id) => new FileInfo(Name(id)) is { Exists: true } file ? file.Length : -1;

    /// <summary>Removes what a process that died left under a passing name. A file still being written is open exclusively and stays.</summary>
    /// <param name="now">The clock of the machine: what is younger than an hour stays.</param>
    public void Sweep(DateTimeOffset now)
    {
        foreach (var path in Directory.EnumerateFiles(folder, Passing + "*"))
        {
            try
            {
                // An hour: between making a file and locking it another process must not be robbed of it.
                if (File.GetLastWriteTimeUtc(path) < now.UtcDateTime.AddHours(-1))
                {
                    new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose();
                    File.Delete(path);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                continue;
            }
        }
    }

    /// <summary>Nothing but a hash becomes part of a path.</summary>
    private static bool IsHash(string hex) => hex.Length == 64 && hex.All(c => char.IsAsciiDigit(c) || c is >= 'a' and <= 'f');

    private string Name(Sha256 id) => Path.Combine(folder, id.Hex);

    private async Task<(Sha256 Id, long Bytes)> WriteAsync(Stream content, string passing, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        watch?.Before("make the file");
        await using var file = OwnerFile.Open(passing, FileMode.Create, FileShare.None);
        watch?.After("make the file");
        var block = new byte[BlockBytes];
        var total = 0L;
        for (int read; (read = await content.ReadAsync(block, ct)) > 0; total += read)
        {
            hash.AppendData(block, 0, read);
            watch?.Before("write the file");
            await file.WriteAsync(block.AsMemory(0, read), ct);
            watch?.After("write the file");
        }

        watch?.Before("flush the file");
        RandomAccess.FlushToDisk(file.SafeFileHandle);
        watch?.After("flush the file");
        return (new Sha256(Convert.ToHexStringLower(hash.GetHashAndReset())), total);
    }
}
