using FinInvest.Graph.Casework.LoadRecords;

namespace FinInvest.Graph.Worker.Hosting;

/// <summary>
/// Looks at the inbox and says which files are ready: those whose size and time have not changed for a span since they were first seen so.
/// It looks instead of being told, since a network folder does not tell. The span counts from our own sight, not from the file's time,
/// which copying programs set as they like.
/// </summary>
internal sealed class InboxScan(ServeFolders folders, TimeSpan stable, TimeProvider time)
{
    /// <summary>Files that are the sender's terms or ours, and never records.</summary>
    public static readonly string[] Reserved = [RecordLoader.MappingFile, SenderTerms.GradeFile, SenderTerms.HeldFile];

    private static readonly string[] Unfinished = [".part", ".tmp", ".partial", ".crdownload", ".filepart"];
    private readonly Dictionary<string, (InboxFile File, long Since)> seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, InboxFile> givenBack = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (long From, TimeSpan Span)> putOff = new(StringComparer.Ordinal);

    /// <summary>Files in the inbox at the last look, ready or not.</summary>
    public int Waiting => seen.Count;

    /// <summary>Those of them that are not given back.</summary>
    public int Expected => seen.Count - givenBack.Count;

    /// <summary>Ready files in the order in which each finds what it names: by case, then the case's own file, accounts and statements, then sender and name.</summary>
    public IReadOnlyList<InboxFile> Ready()
    {
        var now = time.GetTimestamp();
        var ready = new List<InboxFile>();
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Files())
        {
            found.Add(file.Path);
            if (!seen.TryGetValue(file.Path, out var before) || before.File != file)
            {
                seen[file.Path] = before = (file, now);
            }

            if (IsGivenBack(file))
            {
                continue;
            }

            if (time.GetElapsedTime(before.Since, now) >= stable && !(putOff.TryGetValue(file.Path, out var off) && time.GetElapsedTime(off.From, now) < off.Span))
            {
                ready.Add(file);
            }
        }

        foreach (var gone in seen.Keys.Where(k => !found.Contains(k)).ToList())
        {
            seen.Remove(gone);
            putOff.Remove(gone);
            givenBack.Remove(gone);
        }

        return [.. ready.OrderBy(f => f.Case, StringComparer.Ordinal).ThenBy(f => RecordLoader.Rank(f.Name)).ThenBy(f => f.Sender, StringComparer.Ordinal).ThenBy(f => f.Name, StringComparer.Ordinal)];
    }

    /// <summary>Leaves a file alone for a while.</summary>
    public void PutOff(InboxFile file, TimeSpan span) => putOff[file.Path] = (time.GetTimestamp(), span);

    /// <summary>Leaves a file alone until it is another one, or the note beside it is gone.</summary>
    public void GiveBack(InboxFile file) => givenBack[file.Path] = file;

    /// <summary>The file has left the inbox.</summary>
    public void Done(InboxFile file)
    {
        seen.Remove(file.Path);
        putOff.Remove(file.Path);
    }

    public static bool IsRecord(string name) => !name.StartsWith('.') && !Reserved.Contains(name, StringComparer.Ordinal)
        && !name.EndsWith(FilePatience.NoteSuffix, StringComparison.Ordinal) && !Unfinished.Any(e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase));

    private bool IsGivenBack(InboxFile file)
    {
        if (!givenBack.TryGetValue(file.Path, out var given))
        {
            return false;
        }

        if (given == file && File.Exists(file.Path + FilePatience.NoteSuffix))
        {
            return true;
        }

        givenBack.Remove(file.Path);
        return false;
    }

    private IEnumerable<InboxFile> Files()
    {
        foreach (var caseFolder in Folders(folders.Inbox))
        {
            foreach (var sender in Folders(caseFolder.FullName))
            {
                // A link could name any file of this machine, so links are not followed.
                foreach (var f in sender.EnumerateFiles().Where(f => IsRecord(f.Name) && !f.Attributes.HasFlag(FileAttributes.ReparsePoint)))
                {
                    yield return new InboxFile(caseFolder.Name, sender.Name, f.Name, f.FullName, f.Length, f.LastWriteTimeUtc);
                }
            }
        }
    }

    private static IEnumerable<DirectoryInfo> Folders(string path) =>
        new DirectoryInfo(path).EnumerateDirectories().Where(d => !d.Name.StartsWith('.') && !d.Attributes.HasFlag(FileAttributes.ReparsePoint));
}
