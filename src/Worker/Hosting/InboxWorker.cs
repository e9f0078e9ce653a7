using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FinInvest.Graph.Worker.Hosting;

/// <summary>
/// The loop: look, take what is ready one by one, wait. One file at a time, since a case has one writer; a file that fails, waits or is held never keeps the next from its turn.
/// </summary>
internal sealed class InboxWorker(ServeOptions options, ServeFolders folders, InboxScan scan, FileJournal journal, FileIntake intake, QuarantineReturn quarantine, OpenCases cases, StoreGate gate, WorkerMetrics metrics, Readiness readiness,
    IHostApplicationLifetime lifetime, TimeProvider time, ILogger<InboxWorker> log) : BackgroundService
{
    private readonly FilePatience patience = new(options);

    /// <summary>True once a file was given back because it was tried often enough.</summary>
    public bool HasGivenBack { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Starting must not wait for the first look at the inbox.
        await Task.Yield();
        ServeLog.Started(log, options.Root, options.Listen, journal.Open.Count);
        intake.Resume();

        // Told to stop, the file in hand has this long; then its load is abandoned, which leaves no trace in the case.
        using var abandon = new CancellationTokenSource();
        await using var stopping = stoppingToken.Register(() => abandon.CancelAfter(TimeSpan.FromSeconds(options.GraceSeconds)));
        while (!stoppingToken.IsCancellationRequested)
        {
            await PassAsync(stoppingToken, abandon.Token);
            if (options.Once && (scan.Expected == 0 || gate.IsRefused))
            {
                lifetime.StopApplication();
                break;
            }

            try
            {
                await Task.Delay(TimeSpan.FromSeconds(options.ScanSeconds), time, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                break;
            }
        }

        ServeLog.Stopped(log);
    }

    private async Task PassAsync(CancellationToken stop, CancellationToken abandon)
    {
        await quarantine.RunAsync(abandon);
        IReadOnlyList<InboxFile> ready;
        try
        {
            ready = scan.Ready();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            ServeLog.ScanFailed(log, e.GetType().Name);
            return;
        }

        metrics.Waiting(scan.Waiting);
        var terms = new Dictionary<string, KnownTerms?>(StringComparer.Ordinal);
        foreach (var file in ready)
        {
            if (stop.IsCancellationRequested || !HasDisk() || !await IsStoreThereAsync(stop))
            {
                return;
            }

            var sender = $"{file.Case}/{file.Sender}";
            if (!terms.TryGetValue(sender, out var known))
            {
                terms[sender] = known = TermsOf(file);
            }

            if (known is not null && !await TakeAsync(file, known, abandon))
            {
                terms[sender] = null;
            }

            metrics.Waiting(scan.Waiting);
        }
    }

    /// <returns>False where the sender's terms cannot be used, so that its other files need not be tried.</returns>
    private async Task<bool> TakeAsync(InboxFile file, KnownTerms terms, CancellationToken abandon)
    {
        try
        {
            File.Delete(file.Path + FilePatience.NoteSuffix);
            var state = await intake.RunAsync(file, terms.Options, terms.Mapping, abandon);
            if (state == JournalState.PutOff)
            {
                metrics.File("put_off");
                ServeLog.PutOff(log, file.Case, file.Sender, options.StableSeconds, "it changed while it was read");
            }
            else
            {
                scan.Done(file);
                patience.Forget(file);
            }
        }
        catch (ArgumentException e)
        {
            Hold(file, e.Message);
            return false;
        }
        catch (OperationCanceledException) when (abandon.IsCancellationRequested)
        {
            journal.Append(new JournalEntry(time.GetUtcNow(), JournalState.GivenBack, file.Case, file.Sender, file.Name, journal.OpenEntry(file.Key)?.Hash ?? ""));
            metrics.File("given_back");
            ServeLog.GivenBack(log, file.Case, file.Sender);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            ServeLog.Detail(log, e, file.Name);
            await cases.CloseAsync(file.Case);
            var wasAway = gate.IsAway;
            gate.Doubt();
            if (await IsStoreThereAsync(abandon) && !wasAway)
            {
                Leave(file, e);
            }
        }

        return true;
    }

    /// <summary>The surroundings, or a fault of ours after the load: the file waits, the next one has its turn. A store that is away is no fault of the file, and does not count.</summary>
    private void Leave(InboxFile file, Exception fault)
    {
        if (!patience.IsOver(file, fault))
        {
            scan.PutOff(file, TimeSpan.FromSeconds(options.RetryLaterSeconds));
            metrics.File("put_off");
            ServeLog.PutOff(log, file.Case, file.Sender, options.RetryLaterSeconds, fault.GetType().Name);
            return;
        }

        HasGivenBack = true;
        scan.GiveBack(file);
        journal.Append(new JournalEntry(time.GetUtcNow(), JournalState.GivenBack, file.Case, file.Sender, file.Name, journal.OpenEntry(file.Key)?.Hash ?? "", Note: fault.Message));
        metrics.File("given_back");
        ServeLog.NotTriedAgain(log, file.Case, file.Sender, fault.GetType().Name);
        try
        {
            patience.GiveBack(file, fault);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Without its note the file is tried anew at the next look, and then it says so again.
            ServeLog.ScanFailed(log, e.GetType().Name);
        }
    }

    private async ValueTask<bool> IsStoreThereAsync(CancellationToken ct)
    {
        try
        {
            return await gate.IsOpenAsync(ct);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private KnownTerms? TermsOf(InboxFile file)
    {
        var folder = folders.Sender(file.Case, file.Sender);
        try
        {
            var terms = SenderTerms.Read(folder);
            File.Delete(Path.Combine(folder, SenderTerms.HeldFile));
            return terms;
        }
        catch (ArgumentException e)
        {
            Hold(file, e.Message);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            ServeLog.ScanFailed(log, e.GetType().Name);
            return null;
        }
    }

    /// <summary>Says beside the files why they wait. They are looked at again at every pass, so that mending the terms is all a person has to do.</summary>
    private void Hold(InboxFile file, string sentence)
    {
        var path = Path.Combine(folders.Sender(file.Case, file.Sender), SenderTerms.HeldFile);
        try
        {
            if (!File.Exists(path) || File.ReadAllText(path) != sentence + "\n")
            {
                File.WriteAllText(path, sentence + "\n");
                ServeLog.Held(log, file.Case, file.Sender);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            ServeLog.ScanFailed(log, e.GetType().Name);
        }
    }

    private bool HasDisk()
    {
        var free = readiness.FreeMegabytes();
        if (free >= options.DiskFreeMegabytes)
        {
            return true;
        }

        ServeLog.DiskFull(log, free);
        return false;
    }
}
