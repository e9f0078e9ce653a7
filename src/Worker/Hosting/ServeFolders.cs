using FinInvest.Graph.Ingest.Mending;

namespace FinInvest.Graph.Worker.Hosting;

/// <summary>Where things lie under the root: inbox/CASE/SENDER/, done and quarantine of the same shape, cases/CASE (a workspace each), journal/CASE.jsonl.</summary>
internal sealed class ServeFolders(string root)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public string Root => root;
    public string Inbox => Path.Combine(root, "inbox");
    public string Cases => Path.Combine(root, "cases");
    public string Case(string name) => Path.Combine(Cases, name);
    public string Journal => Path.Combine(root, "journal.jsonl");

    /// <summary>Mended rows while they are loaded; nothing in it outlives that.</summary>
    public string Mending => Path.Combine(root, "mending");
    public string Lock => Path.Combine(root, "serve.lock");

    /// <summary>Where the worker keeps raw files and caches of cases on a server.</summary>
    public StoreFolders StoreFolders(ServeOptions options) => new(options.Vault.Length == 0 ? Path.Combine(root, "vault") : Path.GetFullPath(options.Vault, root), Path.Combine(root, "cache"));

    public string Sender(string caseName, string sender) => Path.Combine(Inbox, caseName, sender);

    /// <summary>Where a file ends, done or in quarantine. A name that is taken there already gets a folder by the file's hash, so that nothing is written over and a repetition after a kill finds the same place.</summary>
    public string Place(bool done, InboxFile file, Sha256 hash)
    {
        var folder = Path.Combine(root, done ? "done" : "quarantine", file.Case, file.Sender);
        return File.Exists(Path.Combine(folder, file.Name)) ? Path.Combine(folder, hash.Short(12)) : folder;
    }

    /// <summary>
    /// Where rejected rows lie for mending: in quarantine, at the place that matches where the file itself ended. What is rejected again of mended rows keeps the name that says how it is read,
    /// in a folder of its own, since the file it was mended from may still lie there.
    /// </summary>
    public string RejectsPlace(FileInHand hand, string donePlace) => hand.IsMended
        ? Path.Combine(root, "quarantine", hand.File.Case, hand.File.Sender, hand.Hash.Short(12), hand.File.Name)
        : Path.Combine(root, "quarantine", Path.GetRelativePath(Path.Combine(root, "done"), donePlace), hand.File.Name + RejectedRows.Suffix);

    /// <summary>Where a file of these bytes lies in quarantine; null = it does not, by its name.</summary>
    public string? Quarantined(JournalEntry entry)
    {
        var folder = Path.Combine(root, "quarantine", entry.Case, entry.Sender);
        string[] places = [Path.Combine(folder, new Sha256(entry.Hash).Short(12), entry.File), Path.Combine(folder, entry.File)];
        return Array.Find(places, File.Exists);
    }

    /// <summary>Makes the folders that are missing, for their owner alone, and removes what a kill left in <see cref="Mending"/>.</summary>
    public void Create()
    {
        if (Directory.Exists(Mending))
        {
            Directory.Delete(Mending, recursive: true);
        }

        foreach (var folder in new[] { Inbox, Cases, Path.Combine(root, "done"), Path.Combine(root, "quarantine") })
        {
            Create(folder);
        }
    }

    public static void Create(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OwnerOnly);
        }
    }

    /// <summary>Writes a file under its final name only when it is whole; readable by its owner alone.</summary>
    public static void WriteWhole(string path, Action<Stream> write)
    {
        Create(Path.GetDirectoryName(path)!);
        var part = path + ".part";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var stream = new FileStream(part, options))
        {
            write(stream);
            stream.Flush(flushToDisk: true);
        }

        File.Move(part, path, overwrite: true);
    }
}
