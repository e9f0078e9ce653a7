using System.Diagnostics;
using System.Globalization;
using System.Text;
using FinInvest.Graph.Store.Files;

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
        FileStream file;
        try
        {
            file = OwnerFile.Open(Path.Combine(folder, "write.lock"), FileMode.OpenOrCreate, FileShare.None);
        }
        catch (IOException e) when (e is not (FileNotFoundException or DirectoryNotFoundException))
        {
            throw new StoreBusyException($"{folder} is being written to{HeldBy(holder)}. Try again when that has finished.");
        }

        var lease = new WriterLease(file, holder);
        try
        {
            using (var name = OwnerFile.Open(holder, FileMode.Create, FileShare.Read))
            {
                name.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId} on {Environment.MachineName}")));
            }

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
