using System.Runtime.CompilerServices;
using FinInvest.Graph.Store.Embedded.Files;
using FinInvest.Graph.Store.Embedded.Postings;
using FinInvest.Graph.Store.Embedded.Sqlite;

namespace FinInvest.Graph.Store.Embedded;

/// <summary>The door on case.db. Each call has a connection of its own, so calls may run side by side.</summary>
internal sealed class EmbeddedCase(string folder, FolderVault vault, TimeProvider time, IStepWatch? watch) : ICaseGraph
{
    private const string Now = "SELECT (SELECT ifnull(max(load), 0) FROM loads), (SELECT ifnull(max(number), 0) FROM decisions)";
    private readonly WriterMemory memory = new();
    private readonly string file = Path.Combine(folder, Workspace.CaseFile);

    public ValueTask<CaseVersion> VersionAsync(CancellationToken ct) => Read(VersionOf, ct);

    public ValueTask<CaseFacts> FactsAsync(CaseVersion at, CancellationToken ct) => ReadAt(at, database => ReadFacts(database, at), ct);

    public async IAsyncEnumerable<PostingPage> PostingsAsync(LedgerRequest request, [EnumeratorCancellation] CancellationToken ct)
    {
        using var reader = new PostingReader(OpenAt(request.At, ct), request);

        // The next page is read while the caller works on this one.
        var next = Task.Run(() => reader.Next(ct), ct);
        try
        {
            while (await next is { } page)
            {
                next = Task.Run(() => reader.Next(ct), ct);
                yield return page;
            }
        }
        finally
        {
            await next.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    public ValueTask<IReadOnlyList<Reject>> RejectsAsync(CaseVersion at, CancellationToken ct) => ReadAt(at, database =>
    {
        using var rows = database.Prepare("""
            SELECT r.code, r.file, r.row, r."column", r.text, r.sentence, r.raw FROM rejects r JOIN documents d ON d.id = r.document WHERE d.load <= ?1 ORDER BY d.id, r.row, r.id
            """);
        rows.Bind(1, at.Loads);
        var rejects = new List<Reject>();
        while (rows.Step())
        {
            rejects.Add(new Reject(rows.Text(0), rows.Text(1), rows.Int(2), rows.Text(3), rows.Text(4), rows.Text(5), rows.Text(6)));
        }

        return (IReadOnlyList<Reject>)rejects;
    }, ct);

    public ValueTask<IReadOnlyList<LoadReceipt>> LoadsAsync(CaseVersion at, CancellationToken ct) => ReadAt(at, database =>
    {
        using var rows = database.Prepare("""
            SELECT l.load, l.decisions, d.sha256, r.name, d.bytes, r.partner, r.mapping, d.postings, d.facts, d.rejects, r.already_held,
                t.document IS NOT NULL
            FROM loads l JOIN receipts r ON r.load = l.load JOIN documents d ON d.id = r.document LEFT JOIN tombstones t ON t.document = d.id WHERE l.load <= ?1 ORDER BY l.load, r.place
            """);
        rows.Bind(1, at.Loads);
        var receipts = new SortedDictionary<long, (CaseVersion Version, List<DocumentReceipt> Documents)>();
        while (rows.Step())
        {
            if (!receipts.TryGetValue(rows.Long(0), out var load))
            {
                receipts.Add(rows.Long(0), load = (new CaseVersion(rows.Long(0), rows.Long(1)), []));
            }

            var isHeld = rows.Int(10) != 0;
            var document = new SourceDocument(new Sha256(rows.Text(2)), rows.Text(3), rows.Long(4), rows.Text(5), rows.Text(6));
            load.Documents.Add(isHeld ? new DocumentReceipt(document, 0, 0, 0, true, rows.Int(11) != 0) : new DocumentReceipt(document, rows.Long(7), rows.Long(8), rows.Long(9), false, rows.Int(11) != 0));
        }

        return (IReadOnlyList<LoadReceipt>)[.. receipts.Select(r => new LoadReceipt(r.Key, r.Value.Version, r.Value.Documents))];
    }, ct);

    public ValueTask<FindResult> FindAsync(FindQuery query, CaseVersion at, CancellationToken ct) =>
        ReadAt(at, database => new PostingFinder(query, new CaseNames(database, at.Loads)).Find(database, at, ct), ct);

    public ValueTask<ILoad> BeginLoadAsync(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var lease = WriterLease.Take(folder, watch);
        return ValueTask.FromResult<ILoad>(new EmbeddedLoad(lease, OpenToWrite(lease), vault, time, memory));
    }

    public ValueTask<CaseVersion> DecideAsync(IReadOnlyList<Decision> decisions, CaseVersion expected, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        using var lease = WriterLease.Take(folder, watch);
        using var database = OpenToWrite(lease);
        return ValueTask.FromResult(new DecisionTable(database).Append(decisions, expected, VersionOf(database)));
    }

    public ValueTask<Sha256> DecisionHeadAsync(CaseVersion at, CancellationToken ct) => ReadAt(at, database => new DecisionTable(database).Head(at.Decisions), ct);

    public ValueTask<ExpungeReceipt> ExpungeAsync(Sha256 document, CourtOrder order, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        using var lease = WriterLease.Take(folder, watch);
        using var database = OpenToWrite(lease);
        return ValueTask.FromResult(new ExpungeRun(folder, database).Run(document, order));
    }

    public ValueTask<ChainCheck> VerifyChainAsync(CancellationToken ct) => Read(database => new DecisionTable(database).Verify(), ct);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    internal static CaseVersion VersionOf(Database database)
    {
        using var query = database.Prepare(Now);
        return query.Step() ? new CaseVersion(query.Long(0), query.Long(1)) : default;
    }

    private static CaseFacts ReadFacts(Database database, CaseVersion at)
    {
        var documents = new List<SourceDocument>();
        using (var rows = database.Prepare("SELECT sha256, name, bytes, partner, mapping FROM documents WHERE load <= ?1 AND id NOT IN (SELECT document FROM tombstones) ORDER BY id"))
        {
            rows.Bind(1, at.Loads);
            while (rows.Step())
            {
                documents.Add(new SourceDocument(new Sha256(rows.Text(0)), rows.Text(1), rows.Long(2), rows.Text(3), rows.Text(4)));
            }
        }

        var facts = new List<FactRow>();
        using (var rows = database.Prepare("SELECT f.kind, f.body, d.sha256, f.row, d.load FROM facts f JOIN documents d ON d.id = f.document WHERE d.load <= ?1 ORDER BY f.id"))
        {
            rows.Bind(1, at.Loads);
            while (rows.Step())
            {
                facts.Add(new FactRow(FactCodec.Decode(rows.Text(0), rows.Text(1)), new Sha256(rows.Text(2)), rows.Int(3), rows.Long(4)));
            }
        }

        return new CaseFacts(facts, documents, new DecisionTable(database).Read(at.Decisions), at);
    }

    private ValueTask<T> ReadAt<T>(CaseVersion at, Func<Database, T> read, CancellationToken ct)
    {
        using var database = OpenAt(at, ct);
        return ValueTask.FromResult(read(database));
    }

    private ValueTask<T> Read<T>(Func<Database, T> read, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        using var database = Database.Open(file, isReader: true, watch);
        return ValueTask.FromResult(read(database));
    }

    private Database OpenAt(CaseVersion at, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var database = Database.Open(file, isReader: true, watch);
        try
        {
            var now = VersionOf(database);
            return at.Loads >= 0 && at.Decisions >= 0 && at.Loads <= now.Loads && at.Decisions <= now.Decisions ? database
                : throw new ArgumentOutOfRangeException(nameof(at), $"The case is at version {now}; there is no version {at} yet.");
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private Database OpenToWrite(WriterLease lease)
    {
        try
        {
            return Database.Open(file, isReader: false, watch);
        }
        catch
        {
            lease.Dispose();
            throw;
        }
    }
}
