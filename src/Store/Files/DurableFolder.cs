using System.Runtime.InteropServices;

namespace FinInvest.Graph.Store.Files;

/// <summary>Folders that only their owner opens, and whose entries are on the disk when asked for.</summary>
internal static partial class DurableFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Not supported here: some network file systems answer so for a folder, and then nothing more can be done.</summary>
    private const int InvalidArgument = 22;

    public static void Create(string folder)
    {
        if (Directory.Exists(folder))
        {
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }

        Directory.CreateDirectory(folder, OwnerOnly);
        if (Path.GetDirectoryName(Path.GetFullPath(folder)) is { } parent)
        {
            Flush(parent);
        }
    }

    /// <summary>A file's name is an entry of its folder and outlives a power loss only when the folder too was flushed. Windows flushes names with the file.</summary>
    public static void Flush(string folder, IStepWatch? watch = null)
    {
        watch?.Before("flush folder");
        if (!OperatingSystem.IsWindows())
        {
            var descriptor = OpenPath(folder, 0);
            if (descriptor < 0)
            {
                throw new IOException($"{folder} cannot be opened to flush it ({Marshal.GetLastPInvokeError()}).");
            }

            var failed = Sync(descriptor) != 0 && Marshal.GetLastPInvokeError() != InvalidArgument;
            _ = Close(descriptor);
            if (failed)
            {
                throw new IOException($"{folder} cannot be flushed to the disk.");
            }
        }

        watch?.After("flush folder");
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int OpenPath(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Sync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int descriptor);
}
