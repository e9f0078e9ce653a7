using Microsoft.Extensions.Logging;

namespace FinInvest.Graph.Worker.Hosting;

/// <summary>
/// Moves files that went to quarantine because of their mapping, or for lack of one, back to the inbox when that mapping has changed. The journal holds the mapping each was tried by last,
/// so that every mapping is tried once, and a file that a person has mended in its place or put there is left alone.
/// </summary>
internal sealed class QuarantineReturn(ServeFolders folders, FileJournal journal, WorkerMetrics metrics, TimeProvider time, ILogger log)
{
    /// <summary>Moves what is worth another try. A kill in between leaves the file in one of the two places, from where it goes on.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        foreach (var sender in journal.Unread.GroupBy(e => (e.Case, e.Sender)).ToList())
        {
            try
            {
                if (await ReturnAsync(sender.Key.Case, sender.Key.Sender, [.. sender], ct) is > 0 and var moved)
                {
                    ServeLog.Requeued(log, moved, sender.Key.Case, sender.Key.Sender);
                }
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                ServeLog.ScanFailed(log, e.GetType().Name);
            }
        }
    }

    private async Task<int> ReturnAsync(string caseName, string sender, IReadOnlyList<JournalEntry> entries, CancellationToken ct)
    {
        var inbox = folders.Sender(caseName, sender);
        string mapping;
        try
        {
            mapping = SenderTerms.Read(inbox).Mapping;
        }
        catch (ArgumentException)
        {
            // Half written, or wrong: nothing can be read by it.
            return 0;
        }

        var moved = 0;
        foreach (var entry in entries.Where(e => e.Mapping != mapping))
        {
            ct.ThrowIfCancellationRequested();
            if (folders.Quarantined(entry) is not { } place)
            {
                journal.Forget(entry);
                continue;
            }

            var target = Path.Combine(inbox, entry.File);
            if (File.Exists(target))
            {
                continue;
            }

            if ((await FileInHand.HashAsync(place, ct)).Hex != entry.Hash)
            {
                journal.Forget(entry);
                continue;
            }

            ServeFolders.Create(inbox);
            File.Delete(place + ReceiptText.Suffix);
            File.Move(place, target);
            journal.Append(entry with { At = time.GetUtcNow(), State = JournalState.Requeued, Load = 0, Note = mapping.Length == 0 ? "the mapping is gone" : "the mapping changed", Mapping = mapping });
            metrics.File("requeued");
            moved++;
        }

        return moved;
    }
}
