using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text.Json;

namespace FinInvest.Graph.Casework.MoveCase;

/// <summary>Writes a bundle entry by entry. Owner, group, rights and time of every entry are fixed, so that only the content decides the bytes.</summary>
internal sealed class BundleWriter(Stream target, Stream spool) : IDisposable
{
    private const UnixFileMode Rights = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly TarWriter tar = new(target, TarEntryFormat.Ustar, leaveOpen: true);
    private readonly List<BundleFile> files = [];

    public void Add(string name, byte[] content) => Add(name, new MemoryStream(content, writable: false));

    /// <returns>SHA-256 of what was written.</returns>
    public string Add(string name, Stream content)
    {
        var start = content.Position;
        var bytes = content.Length - start;
        if (bytes > BundleLayout.EntryBytesMax)
        {
            throw new InvalidDataException($"{name} has {bytes} bytes; a bundle carries entries of at most {BundleLayout.EntryBytesMax}. Back up the workspace instead (fininvest backup).");
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        content.Position = start;
        tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = content, Mode = Rights, ModificationTime = DateTimeOffset.UnixEpoch });
        files.Add(new BundleFile(name, bytes, hash));
        return hash;
    }

    /// <summary>An entry of JSON lines; none where there is no line.</summary>
    public void AddLines<T>(string name, IReadOnlyList<T> values, Action<Utf8JsonWriter, T> write)
    {
        if (values.Count == 0 && name is not (BundleLayout.Journal or BundleLayout.Decisions))
        {
            return;
        }

        var lines = BeginLines();
        foreach (var value in values)
        {
            lines.Add(value, write);
        }

        EndLines(name, lines);
    }

    public LineWriter BeginLines()
    {
        spool.SetLength(0);
        return new LineWriter(spool);
    }

    public void EndLines(string name, LineWriter lines)
    {
        lines.Dispose();
        spool.Position = 0;
        Add(name, spool);
    }

    /// <summary>The manifest and the end of the archive.</summary>
    public void End()
    {
        Add(BundleLayout.Manifest, JsonSerializer.SerializeToUtf8Bytes(new BundleManifest([.. files]), BundleJson.Plain.BundleManifest));
        tar.Dispose();
    }

    public void Dispose() => tar.Dispose();
}
