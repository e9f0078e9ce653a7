using System.Text;
using FinInvest.Graph.Casework.LoadRecords;
using FinInvest.Graph.Ingest.Mending;
using Microsoft.Extensions.Logging;
using Polly;

namespace FinInvest.Graph.Worker.Hosting;

/// <summary>
/// One file from the inbox to its end. Every step may be repeated: the store knows a file by its hash, receipts are written whole under their name,
/// and the file leaves the inbox last. So a kill at any point costs a repetition of this file and nothing else.
/// </summary>
internal sealed class FileIntake(ServeFolders folders, FileJournal journal, OpenCases cases, ResiliencePipeline retry, WorkerMetrics metrics, TimeProvider time, ILogger log)
{
    /// <summary>The code of a file whose name says mended rows and that holds none.</summary>
    public const string NotMended = "MENDED_ROWS_NOT_READ";

    /// <summary>Called before each step with its name; tests stop the work there.</summary>
    internal Action<string>? BeforeStep { get; init; }

    /// <summary>True once a file was loaded with rejects or went to quarantine.</summary>
    public bool HasRejects { get; private set; }

    /// <param name="mapping">SHA-256 of the sender's mapping as it was read; "" = there is none.</param>
    /// <returns>What became of it; <see cref="JournalState.PutOff"/> and <see cref="JournalState.Gone"/> leave the case and the inbox as they were.</returns>
    /// <exception cref="ArgumentException">The sender's terms cannot be used; the message says why.</exception>
    public async Task<JournalState> RunAsync(InboxFile file, LoadOptions terms, string mapping, CancellationToken ct)
    {
        var start = time.GetTimestamp();
        Sha256 hash;
        try
        {
            hash = await FileInHand.HashAsync(file.Path, ct);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return JournalState.Gone;
        }

        // Begun before with these bytes and not ended: then what the case holds of it came by that attempt.
        var isResumed = journal.OpenEntry(file.Key) is { } begun && begun.Hash == hash.Hex && begun.State != JournalState.Requeued;
        Step("take");
        Append(JournalState.Taken, file, hash);
        FileInHand hand;
        try
        {
            hand = await FileInHand.OfAsync(file, hash, terms.Mapping, folders, ct);
        }
        catch (ArgumentException e)
        {
            return Quarantine(file, hash, [new Reject(NotMended, file.Name, 0, "", "", e.Message)], "", mapping, start);
        }

        using (hand)
        {
            return await RunAsync(hand, terms, mapping, isResumed, start, ct);
        }
    }

    private async Task<JournalState> RunAsync(FileInHand hand, LoadOptions terms, string mapping, bool isResumed, long start, CancellationToken ct)
    {
        var (file, hash) = (hand.File, hand.Hash);
        Step("load");
        LoadOutcome outcome;
        try
        {
            outcome = await retry.ExecuteAsync(async t => await LoadAsync(hand, terms, t), ct);
        }
        catch (Exception e) when (e is not (OperationCanceledException or ArgumentException) && !IntakeRetry.IsOfTheSurroundings(e))
        {
            ServeLog.Detail(log, e, file.Name);
            return Quarantine(file, hash, [], e.GetType().Name + ": " + e.Message, null, start);
        }

        if (outcome.Receipt.Documents.Count == 0)
        {
            return Quarantine(file, hash, outcome.Rejects, "", mapping, start);
        }

        if (outcome.Receipt.Documents[0].Document.Hash != hand.Document || !file.IsUnchanged())
        {
            // It grew while it was read. What was read stays as a document of its own; the whole file comes as another one.
            Append(JournalState.PutOff, file, hash, note: "changed while it was read");
            return JournalState.PutOff;
        }

        await FileAwayAsync(hand, terms, outcome, isResumed, start, ct);
        return JournalState.Filed;
    }

    /// <summary>Ends what an earlier run had done but for the last line of the journal, and says what has gone.</summary>
    public void Resume()
    {
        foreach (var entry in journal.Open.ToList())
        {
            if (File.Exists(Path.Combine(folders.Sender(entry.Case, entry.Sender), entry.File)))
            {
                continue;
            }

            var isEnded = entry.State is JournalState.Loaded or JournalState.Quarantined;
            journal.Append(entry with { At = time.GetUtcNow(), State = isEnded ? JournalState.Filed : JournalState.Gone });
            if (!isEnded)
            {
                ServeLog.Gone(log, entry.Case, entry.Sender);
            }
        }
    }

    private async Task<LoadOutcome> LoadAsync(FileInHand hand, LoadOptions terms, CancellationToken ct)
    {
        return await (await cases.OfAsync(hand.File.Case, ct)).Loader.LoadAsync([hand.Path], terms, null, ct);
    }

    private async Task FileAwayAsync(FileInHand hand, LoadOptions terms, LoadOutcome outcome, bool isResumed, long start, CancellationToken ct)
    {
        var (file, hash) = (hand.File, hand.Hash);
        Step("read back");
        var store = (await cases.OfAsync(file.Case, ct)).Store;
        var loaded = await retry.ExecuteAsync(async t => await LoadedFile.ReadAsync(store.Case, hand.Document, outcome, t), ct);
        var isRepeat = outcome.Receipt.Documents[0].AlreadyHeld && !isResumed;
        Step("journal");
        Append(JournalState.Loaded, file, hash, loaded.Load, hand.IsMended ? "mended rows of " + hand.Name : "");
        var place = folders.Place(done: true, file, hash);
        Step("rejects");
        var mending = isRepeat || loaded.Rejects.Count == 0 ? "" : WriteRejects(hand, terms, loaded.Rejects, folders.RejectsPlace(hand, place));
        Step("receipt");
        var notes = outcome.Receipt.Documents[0].AlreadyHeld ? [] : outcome.Notes;
        Write(place, file, ReceiptText.Loaded(hand, loaded, notes, isRepeat, mending, terms, store.Place.Contains("://", StringComparison.Ordinal) ? store.Place : $"cases/{file.Case}"));
        Step("move");
        Move(place, file);
        Step("filed");
        Append(JournalState.Filed, file, hash, loaded.Load);
        var took = time.GetElapsedTime(start);
        metrics.File(isRepeat ? "duplicate" : "loaded");
        metrics.Took(took);
        if (isRepeat)
        {
            ServeLog.Repeat(log, hash.Short(), file.Case, file.Sender, loaded.Load);
            return;
        }

        metrics.Loaded(loaded.Receipt.Postings, loaded.Receipt.Facts);
        Count(loaded.Rejects);
        ServeLog.Loaded(log, hash.Short(), file.Case, file.Sender, loaded.Load, loaded.Receipt.Postings, loaded.Receipt.Facts, loaded.Receipt.Rejects, (long)took.TotalMilliseconds);
        ServeLog.Detail(log, null, file.Name);
    }

    /// <param name="mapping">Under which it could not be read, so that another one is worth a try; null = no mapping helps.</param>
    private JournalState Quarantine(InboxFile file, Sha256 hash, IReadOnlyList<Reject> rejects, string fault, string? mapping, long start)
    {
        HasRejects = true;
        Step("journal");
        Append(JournalState.Quarantined, file, hash, note: fault.Length > 0 ? fault : string.Join(", ", rejects.Select(r => r.Code).Distinct(StringComparer.Ordinal)), mapping: mapping);
        var place = folders.Place(done: false, file, hash);
        Step("receipt");
        Write(place, file, ReceiptText.Quarantined(file, hash, rejects, fault));
        Step("move");
        Move(place, file);
        Step("filed");
        Append(JournalState.Filed, file, hash);
        metrics.File("quarantined");
        metrics.Took(time.GetElapsedTime(start));
        Count(rejects);
        ServeLog.Quarantined(log, hash.Short(), file.Case, file.Sender, fault.Length > 0 ? "a fault of the program" : string.Join(", ", rejects.Select(r => r.Code).Distinct(StringComparer.Ordinal)));
        return JournalState.Quarantined;
    }

    /// <returns>Where they lie, relative to the root; "" where no rejected row has a text to mend.</returns>
    private string WriteRejects(FileInHand hand, LoadOptions terms, IReadOnlyList<Reject> rejects, string path)
    {
        var written = 0;
        using (var original = File.OpenRead(hand.Path))
        {
            ServeFolders.WriteWhole(path, target => written = RejectedRows.Write(target, original, hand.Name, terms.Mapping, rejects));
        }

        if (written > 0)
        {
            return Path.GetRelativePath(folders.Root, path).Replace('\\', '/');
        }

        File.Delete(path);
        return "";
    }

    private static void Write(string place, InboxFile file, string receipt) =>
        ServeFolders.WriteWhole(Path.Combine(place, file.Name + ReceiptText.Suffix), target => target.Write(Encoding.UTF8.GetBytes(receipt)));

    private static void Move(string place, InboxFile file) => File.Move(file.Path, Path.Combine(place, file.Name), overwrite: true);

    private void Append(JournalState state, InboxFile file, Sha256 hash, long load = 0, string note = "", string? mapping = null) =>
        journal.Append(new JournalEntry(time.GetUtcNow(), state, file.Case, file.Sender, file.Name, hash.Hex, load, note, mapping));

    private void Count(IReadOnlyList<Reject> rejects)
    {
        HasRejects |= rejects.Count > 0;
        foreach (var group in rejects.GroupBy(r => r.Code))
        {
            metrics.Rejected(group.Key, group.Count());
        }
    }

    private void Step(string name) => BeforeStep?.Invoke(name);
}
