using FinInvest.Graph.Store.Embedded.Files;
using FinInvest.Graph.Store.Embedded.Layout;
using FinInvest.Graph.Store.Embedded.Sqlite;
using FinInvest.Graph.Store.Files;

namespace FinInvest.Graph.Store.Embedded;

/// <summary>
/// One case as a folder with nothing to install: case.db (SQLite), vault/ (the raw files by SHA-256), cache/ (what is derived), write.lock. Several workspaces on one folder, in one process or in many,
/// read side by side; one of them at a time writes.
/// </summary>
public sealed class Workspace : ICaseStore
{
    internal const string CaseFile = "case.db";
    private readonly Database held;
    private readonly EmbeddedCase graph;

    private Workspace(string folder, Database held, FolderVault vault, TimeProvider time, IStepWatch? watch)
    {
        Folder = folder;
        this.held = held;
        Vault = vault;
        Cache = new CacheFolder(Path.Combine(folder, "cache"));
        graph = new EmbeddedCase(folder, vault, time, watch);
    }

    /// <summary>Full path of the workspace.</summary>
    public string Folder { get; }

    /// <inheritdoc/>
    public string Place => Folder;

    /// <inheritdoc/>
    public ICaseGraph Case => graph;

    /// <inheritdoc/>
    public IVault Vault { get; }

    /// <summary>What is derived from the records, in cache/; it may be deleted at any moment.</summary>
    public ICaseCache Cache { get; }

    /// <summary>Opens a workspace; where there is none it is made, or refused with DirectoryNotFoundException.</summary>
    /// <param name="folder">Made for its owner alone (0700) where it does not exist.</param>
    /// <param name="create">Make a workspace where there is none; one that is there is opened as it is.</param>
    /// <exception cref="StoreVersionException">A newer program wrote it, or case.db is not a case.</exception>
    /// <exception cref="StoreBusyException">It must be made or raised to this program's layout, and another process is writing to it.</exception>
    public static Workspace Open(string folder, bool create) => Open(folder, create, CaseLayout.Steps, TimeProvider.System, null);

    internal static Workspace Open(string folder, bool create, IReadOnlyList<string> layout, TimeProvider time, IStepWatch? watch)
    {
        folder = Path.GetFullPath(folder);
        var file = Path.Combine(folder, CaseFile);
        if (!File.Exists(file))
        {
            if (!create)
            {
                throw NoWorkspace(folder);
            }

            DurableFolder.Create(folder);
            MakeFile(file, watch);
        }

        var held = Database.Open(file, isReader: false, watch);
        try
        {
            var found = CaseLayout.Read(held, layout.Count);
            if (found == 0 && !create)
            {
                throw NoWorkspace(folder);
            }

            if (found < layout.Count)
            {
                using var lease = WriterLease.Take(folder, watch);
                CaseLayout.Raise(held, layout);
                DurableFolder.Flush(folder, watch);
            }

            return new Workspace(folder, held, new FolderVault(Path.Combine(folder, "vault"), watch), time, watch);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await graph.DisposeAsync();

        // Kept open until now so that SQLite does not fold its journal in after every single call.
        held.Dispose();
    }

    private static DirectoryNotFoundException NoWorkspace(string folder) => new($"{folder} holds no case. Name the folder of a workspace, or load into a new one.");

    /// <summary>SQLite gives its journal files the rights of the database file, so that it is made here, for the owner alone.</summary>
    private static void MakeFile(string file, IStepWatch? watch)
    {
        watch?.Before("make case.db");
        OwnerFile.Open(file, FileMode.OpenOrCreate, FileShare.ReadWrite).Dispose();
        watch?.After("make case.db");
    }
}
