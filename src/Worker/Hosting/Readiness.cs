using FinInvest.Graph.Store;

namespace FinInvest.Graph.Worker.Hosting;

/// <summary>Whether the worker can take files: every case, or the server that keeps them, answers and has this program's layout, and the disk has room.</summary>
internal sealed class Readiness(ServeOptions options, ServeFolders folders, StoreGate gate)
{
    /// <summary>Free space where the root lies.</summary>
    public long FreeMegabytes() => new DriveInfo(folders.Root).AvailableFreeSpace >> 20;

    /// <summary>Sentences on what is missing; none = ready. A case is named by its folder.</summary>
    public async Task<IReadOnlyList<string>> ProblemsAsync(CancellationToken ct)
    {
        var problems = new List<string>();
        try
        {
            if (FreeMegabytes() is var free && free < options.DiskFreeMegabytes)
            {
                problems.Add($"The disk has {free} MB free, less than DiskFreeMegabytes ({options.DiskFreeMegabytes}).");
            }

            if (await gate.ProblemAsync(ct) is { Length: > 0 } problem)
            {
                problems.Add(problem + (gate.IsRefused ? "" : " The worker waits; files stay in the inbox until it answers."));
            }

            foreach (var folder in Directory.EnumerateDirectories(folders.Cases).Where(f => File.Exists(Path.Combine(f, "case.db"))).Order(StringComparer.Ordinal))
            {
                await CheckAsync(folder, problems, ct);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add($"The root cannot be read: {e.GetType().Name}.");
        }

        return problems;
    }

    private static async Task CheckAsync(string folder, List<string> problems, CancellationToken ct)
    {
        try
        {
            await using var store = await StoreOpener.OpenAsync(folder, ct);
            await store.Case.VersionAsync(ct);
        }
        catch (StoreVersionException)
        {
            problems.Add($"Case {Path.GetFileName(folder)} was written by a newer program.");
        }
        catch (StoreBusyException)
        {
            // Somebody writes: that is no fault.
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            problems.Add($"Case {Path.GetFileName(folder)} cannot be read: {e.GetType().Name}.");
        }
    }
}
