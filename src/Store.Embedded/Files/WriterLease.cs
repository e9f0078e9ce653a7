using System.Diagnostics;
using System.Globalization;

namespace FinInvest.Graph.Store.Embedded.Files;

/// <summary>
/// The one writer of a workspace: write.lock held open exclusively. The kernel frees it when the process dies, so there is never a stale lease to break.
/// writer.txt beside it names the holder; it may be stale and is read only while somebody holds the lease.
/// </summary>
internal sealed class WriterLease : IDisposable
{
    private readonly FileStream file;
    private readonly string holder;

    private WriterLease(FileStream file, string holder)
    {
        this.file = file;
        this.holder = holder;
    }

    /// <summary>Takes the lease or throws <see cref="StoreBusyException"/>.</summary>
    public static WriterLease Take(string folder, IStepWatch? watch)
    {
        watch?.Before("take the lease");
        var holder = Path.Combine(folder, "writer.txt");
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        FileStream file;
        try
        {
            file = new FileStream(Path.Combine(folder, "write.lock"), options);
        }
        catch (IOException e) when (e is not (FileNotFoundException or DirectoryNotFoundException))
        {
            throw new StoreBusyException($"{folder} is being written to{HeldBy(holder)}. Try again when that has finished.");
        }

        var lease = new WriterLease(file, holder);
        try
        {
            File.WriteAllText(holder, string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId} on {Environment.MachineName}"));
            watch?.After("take the lease");
        }
        catch
        {
            lease.Dispose();
            throw;
        }

        return lease;
    }

    public void Dispose()
    {
        try
        {
            File.Delete(holder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Debug.Assert(holder.Length > 0, "The name of a past holder is read by nobody.");
        }

        file.Dispose();
    }

    private static string HeldBy(string holder)
    {
        try
        {
            var text = File.ReadAllText(holder);
            return text.Length > 0 ? " by " + text : "";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
