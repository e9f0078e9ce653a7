using System.Security.Cryptography;
using FinInvest.Graph.Store.Embedded.Files;
using FinInvest.Graph.Store.Embedded.Layout;
using FinInvest.Graph.Store.Embedded.Sqlite;
using FinInvest.Graph.Store.Files;

namespace FinInvest.Graph.Store.Embedded.Backup;

/// <summary>
/// Backup and restore of a workspace: case.db as one consistent copy (VACUUM INTO, while others read and write), the vault files that this copy names, and a manifest with the SHA-256 of each.
/// cache/ is not copied: it is made again.
/// </summary>
public static class WorkspaceBackup
{
    private const int BlockBytes = 1 << 17;

    /// <param name="folder">Made where it does not exist; must be empty.</param>
    /// <exception cref="IOException">The folder holds something.</exception>
    /// <exception cref="InvalidDataException">The vault lacks a file, or holds another one under its name.</exception>
    public static BackupManifest Write(string workspace, string folder, CancellationToken ct)
    {
        if (Path.Exists(folder) && (File.Exists(folder) || Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            throw new IOException($"'{folder}' is not an empty folder: name a new one for the backup.");
        }

        DurableFolder.Create(folder);
        var copy = Path.Combine(folder, Workspace.CaseFile);
        using (var database = Database.Open(Path.Combine(workspace, Workspace.CaseFile), isReader: false))
        {
            using var into = database.Prepare("VACUUM INTO ?1");
            into.Bind(1, copy);
            into.Execute();
        }

        Protect(copy);
        var (version, chain, documents) = Look(copy);
        var vault = Path.Combine(folder, "vault");
        DurableFolder.Create(vault);
        var files = new List<BackupFile> { Describe(Workspace.CaseFile, copy) };
        foreach (var document in documents)
        {
            ct.ThrowIfCancellationRequested();
            var name = "vault/" + document;
            files.Add(Copy(Path.Combine(workspace, "vault", document), Path.Combine(vault, document), name, document));
        }

        DurableFolder.Flush(vault);
        var manifest = new BackupManifest(BackupManifest.SchemaName, version.ToString(), chain.Hex, files);
        var part = Path.Combine(folder, BackupManifest.FileName + ".part");
        using (var file = OwnerFile.Open(part, FileMode.Create, FileShare.None))
        {
            file.Write(manifest.ToJson());
            file.Flush(flushToDisk: true);
        }

        File.Move(part, Path.Combine(folder, BackupManifest.FileName));
        DurableFolder.Flush(folder);
        return manifest;
    }

    /// <summary>Makes a workspace of a backup, after every file was found as the manifest says and the case was found whole. The workspace comes into being under its name in one step.</summary>
    /// <exception cref="IOException">There is something at <paramref name="workspace"/> already.</exception>
    /// <exception cref="InvalidDataException">The backup is not as it was written; the message names the file.</exception>
    /// <exception cref="StoreVersionException">A newer program wrote it.</exception>
    public static BackupManifest Restore(string folder, string workspace, CancellationToken ct)
    {
        workspace = Path.GetFullPath(workspace);
        if (File.Exists(workspace) || (Directory.Exists(workspace) && Directory.EnumerateFileSystemEntries(workspace).Any()))
        {
            throw new IOException($"There is something in '{workspace}' already: restore into a new folder.");
        }

        var manifest = BackupManifest.Read(Path.Combine(folder, BackupManifest.FileName));
        var part = workspace + ".restoring";
        if (Directory.Exists(part))
        {
            Directory.Delete(part, recursive: true);
        }

        DurableFolder.Create(part);
        try
        {
            DurableFolder.Create(Path.Combine(part, "vault"));
            foreach (var file in manifest.Files)
            {
                ct.ThrowIfCancellationRequested();
                var made = Copy(Path.Combine(folder, file.Name), Path.Combine(part, file.Name), file.Name, file.Sha256);
                Demand(made.Bytes == file.Bytes, $"{file.Name} has {made.Bytes} bytes, not {file.Bytes}");
            }

            Prove(Path.Combine(part, Workspace.CaseFile), manifest);
            DurableFolder.Flush(Path.Combine(part, "vault"));
            DurableFolder.Flush(part);
            if (Directory.Exists(workspace))
            {
                Directory.Delete(workspace);
            }

            Directory.Move(part, workspace);
            DurableFolder.Flush(Path.GetDirectoryName(workspace)!);
            return manifest;
        }
        catch
        {
            Directory.Delete(part, recursive: true);
            throw;
        }
    }

    /// <summary>The restored case.db: SQLite finds it whole, its layout is known, its chain holds, and it names exactly the files that the backup has.</summary>
    private static void Prove(string file, BackupManifest manifest)
    {
        var (version, chain, documents) = Look(file);
        Demand(version.ToString() == manifest.Version && chain.Hex == manifest.Chain, $"case.db is at version {version}, the manifest says {manifest.Version}");
        Demand(documents.Select(d => "vault/" + d).Order(StringComparer.Ordinal).SequenceEqual(manifest.Files.Select(f => f.Name).Where(n => n != Workspace.CaseFile).Order(StringComparer.Ordinal)),
            "its vault does not have the files that case.db names");
        using var database = Database.Open(file, isReader: false);
        database.Run("PRAGMA journal_mode=WAL");
    }

    private static (CaseVersion Version, Sha256 Chain, IReadOnlyList<string> Documents) Look(string file)
    {
        using var database = Database.Open(file, isReader: true);
        var layout = CaseLayout.Read(database, CaseLayout.Steps.Count);
        Demand(database.Text("PRAGMA quick_check(1)") == "ok", "SQLite finds case.db damaged");
        var check = new DecisionTable(database).Verify();
        Demand(check.IsWhole, $"the chain of decisions is broken: {check.Sentence}");
        var documents = new List<string>();
        using var rows = database.Prepare($"SELECT sha256 FROM documents {(layout < CaseLayout.WithTombstones ? "" : "WHERE id NOT IN (SELECT document FROM tombstones)")} ORDER BY id");
        while (rows.Step())
        {
            documents.Add(rows.Text(0));
        }

        return (EmbeddedCase.VersionOf(database), check.Head, documents);
    }

    private static BackupFile Describe(string name, string path)
    {
        using var file = File.OpenRead(path);
        return new BackupFile(name, file.Length, Convert.ToHexStringLower(SHA256.HashData(file)));
    }

    /// <summary>Copies, flushes, and proves that what was copied has the hash that is expected.</summary>
    private static BackupFile Copy(string from, string to, string name, string expected)
    {
        if (!File.Exists(from))
        {
            throw new InvalidDataException($"{name} is missing in {Path.GetDirectoryName(from)}. Nothing was changed; look for another copy of this file.");
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1);
        using var target = OwnerFile.Open(to, FileMode.CreateNew, FileShare.None);
        var block = new byte[BlockBytes];
        var total = 0L;
        for (int read; (read = source.Read(block)) > 0; total += read)
        {
            hash.AppendData(block, 0, read);
            target.Write(block, 0, read);
        }

        RandomAccess.FlushToDisk(target.SafeFileHandle);
        var found = Convert.ToHexStringLower(hash.GetHashAndReset());
        Demand(found == expected, $"{name} has SHA-256 {found}, not {expected}");
        return new BackupFile(name, total, found);
    }

    private static void Protect(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    private static void Demand(bool holds, string reason)
    {
        if (!holds)
        {
            throw new InvalidDataException($"The files do not fit: {reason}. Nothing was changed.");
        }
    }
}
