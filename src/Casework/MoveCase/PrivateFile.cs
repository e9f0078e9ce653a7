namespace FinInvest.Graph.Casework.MoveCase;

/// <summary>Files that only their owner reads: a case is nobody else's business.</summary>
internal static class PrivateFile
{
    public static FileStream Create(string path) => Open(path, FileOptions.None);

    /// <summary>Goes when it is closed.</summary>
    public static FileStream Passing(string path) => Open(path, FileOptions.DeleteOnClose);

    private static FileStream Open(string path, FileOptions options)
    {
        var how = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = options, BufferSize = 1 << 17 };
        if (!OperatingSystem.IsWindows())
        {
            how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, how);
    }
}
