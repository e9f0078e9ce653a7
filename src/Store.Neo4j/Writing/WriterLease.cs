using System.Diagnostics.Metrics;
using System.Globalization;
using FinInvest.Graph.Store.Neo4j.Transport;

namespace FinInvest.Graph.Store.Neo4j.Writing;

/// <summary>
/// The one writer of a case on a server. The lease is on the case's node and ends by the server's clock unless it is renewed; each taking raises the fencing token, and every batch and the
/// commit check it under the node's lock: a writer that was away too long and comes back changes nothing.
/// </summary>
internal sealed class WriterLease : IAsyncDisposable
{
    /// <summary>How long a writer that died keeps others out.</summary>
    public static readonly TimeSpan Standard = TimeSpan.FromSeconds(30);

    private const int UndoneAtOnce = 5_000;
    private static readonly Meter Meter = new(ResilientTransport.MeterName);
    private static readonly Counter<long> Halved = Meter.CreateCounter<long>("fininvest.neo4j.halved_batches", null, "Batches that the server had not enough memory for, sent again in halves.");
    private readonly CaseDatabase database;
    private readonly TimeSpan length;
    private readonly string claim;
    private readonly CancellationTokenSource end = new();
    private readonly Task renewing;
    private long fence;
    private long step;
    private volatile bool isLost;

    private WriterLease(CaseDatabase database, TimeSpan length, string claim, long fence, CaseCounts counts)
    {
        (this.database, this.length, this.claim, this.fence) = (database, length, claim, fence);
        Counts = counts;
        renewing = RenewAsync();
    }

    /// <summary>What the case counted when the lease was taken.</summary>
    public CaseCounts Counts { get; }

    /// <summary>Takes the lease and removes what an earlier writer left uncommitted.</summary>
    /// <exception cref="StoreBusyException">Another writer holds it.</exception>
    public static async ValueTask<WriterLease> TakeAsync(CaseDatabase database, TimeSpan length, CancellationToken ct)
    {
        var claim = Guid.NewGuid().ToString("N");
        var holder = string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId} on {Environment.MachineName}");
        var answers = await database.WriteAsync("load/lease", Read, [("claim", claim), ("holder", holder), ("lease", (long)length.TotalMilliseconds)], ct);
        if (answers.Count == 0)
        {
            throw new InvalidDataException($"The server holds no case '{database.Name}' any more.");
        }

        var (held, by, left, fence, counts) = answers[0];
        if (held)
        {
            throw Busy(database.Name, by, left);
        }

        var lease = new WriterLease(database, length, claim, fence, counts);
        try
        {
            await lease.UndoAsync(ct);
            return lease;
        }
        catch
        {
            await lease.DisposeAsync();
            throw;
        }
    }

    public static StoreBusyException Busy(string name, string holder, long left) => new(string.Create(CultureInfo.InvariantCulture,
        $"Case '{name}' is being written to by {holder}. Try again when that has finished; if it died, in {Math.Max(1, (left + 999) / 1000)} s."));

    /// <summary>Sends rows of one kind, once each however often the answer is lost; halves what the server has no memory for.</summary>
    /// <param name="nodes">How many nodes a row makes.</param>
    public ValueTask SendAsync(string file, IReadOnlyList<object?[]> rows, long load, int nodes, CancellationToken ct) =>
        SendAsync(file, rows, [("load", load)], s => s.NodesCreated, nodes, ct);

    /// <summary>The same for rows of a publication.</summary>
    /// <param name="made">What of the answer's counts a row raises by one.</param>
    public ValueTask SendAsync(string file, IReadOnlyList<object?[]> rows, (string, object?)[] parameters, Func<CypherSummary, long> made, CancellationToken ct) =>
        SendAsync(file, rows, parameters, made, 1, ct);

    private async ValueTask SendAsync(string file, IReadOnlyList<object?[]> rows, (string, object?)[] parameters, Func<CypherSummary, long> made, int each, CancellationToken ct)
    {
        DemandHeld();
        var mine = ++step;
        CypherSummary summary;
        try
        {
            summary = await database.WriteRawAsync(database.Statement(file,
                [("claim", claim), ("fence", fence), ("step", mine), ("lease", (long)length.TotalMilliseconds), ("rows", rows), .. parameters]), null, ct);
        }
        catch (CypherException e) when (e.Verdict == CypherVerdict.HalveBatch && rows.Count > 1)
        {
            Halved.Add(1);
            var half = rows.Count / 2;
            await SendAsync(file, [.. rows.Take(half)], parameters, made, each, ct);
            await SendAsync(file, [.. rows.Skip(half)], parameters, made, each, ct);
            return;
        }
        catch (CypherException e)
        {
            throw CaseDatabase.Translate(e);
        }

        if (made(summary) == 0)
        {
            // Sent again after an answer that was lost, or no longer ours to send.
            await DemandStepAsync(mine, ct);
        }
        else if (made(summary) != (long)rows.Count * each)
        {
            throw new InvalidDataException($"The server took {made(summary)} of {(long)rows.Count * each} rows of {file}: something it must hold is gone. Look for another program that writes to this database.");
        }
    }

    /// <summary>Makes the load visible.</summary>
    /// <returns>How many decisions the case had at that moment.</returns>
    public async ValueTask<long> CommitAsync(long load, CaseCounts counts, string now, IReadOnlyList<object?[]> receipts, CancellationToken ct)
    {
        DemandHeld();
        var answers = await database.WriteAsync("load/commit", r => (Mine: !r.IsNull(0) && r.Boolean(0), Decisions: r.IsNull(1) ? 0 : r.Int64(1)),
            [
                ("claim", claim), ("fence", fence), ("load", load), ("now", now), ("receipts", receipts), ("documents", counts.Documents), ("accounts", counts.Accounts),
                ("statements", counts.Statements), ("currencies", counts.Currencies), ("rows", counts.Rows), ("facts", counts.Facts), ("rejects", counts.Rejects),
            ], ct);
        return answers.Count == 1 && answers[0].Mine ? answers[0].Decisions : throw Lost();
    }

    /// <summary>Removes everything beyond what the case counts.</summary>
    public async ValueTask UndoAsync(CancellationToken ct)
    {
        IReadOnlyList<long> removed;
        do
        {
            removed = await database.WriteAsync("load/undo", r => r.Int64(0), [("claim", claim), ("fence", fence), ("lease", (long)length.TotalMilliseconds), ("limit", UndoneAtOnce)], ct);
        }
        while (removed.Count > 0 && removed[0] > 0);
    }

    /// <summary>A step of an expunging; harmless however often it is sent.</summary>
    /// <returns>What the statement says it did.</returns>
    public ValueTask<long> ExpungeAsync(string file, long document, (string, object?)[] parameters, CancellationToken ct) => StepAsync(file, [("document", document), .. parameters], ct);

    /// <summary>A statement that only the holder of the lease may run; harmless however often it is sent.</summary>
    /// <returns>The number that it answers.</returns>
    public async ValueTask<long> StepAsync(string file, (string, object?)[] parameters, CancellationToken ct)
    {
        DemandHeld();
        var answers = await database.WriteAsync(file, r => r.Int64(0), [("claim", claim), ("fence", fence), ("lease", (long)length.TotalMilliseconds), .. parameters], ct);
        return answers.Count == 1 ? answers[0] : throw Lost();
    }

    /// <summary>Gives the lease back; where the server cannot be reached it ends by itself.</summary>
    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await renewing;
        end.Dispose();
        try
        {
            await database.WriteAsync("load/release", _ => 0, [("claim", claim), ("fence", fence)], CancellationToken.None);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            isLost = true;
        }
    }

    private static (bool Held, string By, long Left, long Fence, CaseCounts Counts) Read(Transport.IRowValues r) => (!r.IsNull(0) && r.Boolean(0), r.IsNull(1) ? "" : r.Text(1), r.Int64(2), r.Int64(3),
        new CaseCounts(r.Int64(4), r.Int64(5), r.Int64(6), r.Int64(7), r.Int64(8), r.Int64(9), r.Int64(10), r.Int64(11), r.Int64(12)));

    private StoreBusyException Lost() => new($"This load of case '{database.Name}' was away for longer than its lease, and another writer has taken over. Nothing of it was kept: load it again.");

    private void DemandHeld()
    {
        if (isLost)
        {
            throw Lost();
        }
    }

    private async ValueTask DemandStepAsync(long sent, CancellationToken ct)
    {
        var steps = await database.WriteAsync("load/renew", r => r.Int64(0), [("claim", claim), ("fence", fence), ("lease", (long)length.TotalMilliseconds)], ct);
        if (steps.Count == 0 || steps[0] < sent)
        {
            isLost = true;
            throw Lost();
        }
    }

    /// <summary>A load may think for longer than the lease between two batches.</summary>
    private async Task RenewAsync()
    {
        using var timer = new PeriodicTimer(length / 3);
        try
        {
            while (await timer.WaitForNextTickAsync(end.Token))
            {
                var steps = await database.WriteAsync("load/renew", r => r.Int64(0), [("claim", claim), ("fence", fence), ("lease", (long)length.TotalMilliseconds)], end.Token);
                isLost |= steps.Count == 0;
            }
        }
        catch (OperationCanceledException)
        {
            return;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            // The next batch meets the same fault and tells of it.
            return;
        }
    }
}
