namespace FinInvest.Graph.Worker.Hosting;

/// <summary>A file in the inbox as it was last seen.</summary>
/// <param name="Case">Name of the case's folder.</param>
/// <param name="Sender">Name of the sender's folder in it.</param>
internal sealed record InboxFile(string Case, string Sender, string Name, string Path, long Bytes, DateTime Written)
{
    public string Key => $"{Case}/{Sender}/{Name}";

    /// <summary>Whether the file on the disk is still the one that was seen.</summary>
    public bool IsUnchanged()
    {
        var now = new FileInfo(Path);
        return now.Exists && now.Length == Bytes && now.LastWriteTimeUtc == Written;
    }
}
