using FinInvest.Graph.Ingest.Mapping;
using FinInvest.Graph.Ingest.Mending;

namespace FinInvest.Graph.Worker;

/// <summary>Mended rejected rows under the names of their originals, in a folder of their own that goes when the load has ended: the vault then holds them.</summary>
internal sealed class MendedFolder : IDisposable
{
    private readonly string folder;

    /// <param name="place">A folder of its own, made here; null = one among the system's passing files.</param>
    /// <exception cref="ArgumentException">A file is missing or is no file of rejected rows.</exception>
    public MendedFolder(IReadOnlyList<string> inputs, RecordMapping? mapping, string? place = null)
    {
        folder = place ?? Directory.CreateTempSubdirectory("fininvest-mended-").FullName;
        try
        {
            Files = [.. inputs.Select((f, i) => Strip(f, i, mapping))];
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public IReadOnlyList<string> Files { get; }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Strip(string input, int number, RecordMapping? mapping)
    {
        if (!File.Exists(input))
        {
            throw new ArgumentException($"There is no file '{input}'.");
        }

        var name = MendedRows.OriginalName(Path.GetFileName(input));
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, $"{number}")).FullName, name);
        using var source = File.OpenRead(input);
        using var target = File.Create(path);
        MendedRows.Strip(source, target, name, mapping);
        return path;
    }
}
