using System.Runtime.CompilerServices;
using FinInvest.Graph.Store.Neo4j.Publishing;
using FinInvest.Graph.Store.Neo4j.Reading;
using FinInvest.Graph.Store.Neo4j.Transport;
using FinInvest.Graph.Store.Neo4j.Writing;

namespace FinInvest.Graph.Store.Neo4j;

/// <summary>The door on one case of a Neo4j server. Calls may run side by side.</summary>
internal sealed class Neo4jCase(CaseDatabase database, FolderVault vault, TimeProvider time, TimeSpan lease) : ICaseGraph
{
    /// <summary>The case's statements, for what else is kept beside its records.</summary>
    internal CaseDatabase Database => database;

    /// <summary>What people see of the case.</summary>
    internal IPublishedGraph Published { get; } = new Neo4jPublishedGraph(database, lease);

    public async ValueTask<CaseVersion> VersionAsync(CancellationToken ct)
    {
        var versions = await database.ReadAsync("read/version", r => new CaseVersion(r.Int64(0), r.Int64(1)), [], ct);
        return versions.Count == 1 ? versions[0] : throw new InvalidDataException($"The server holds no case '{database.Name}' any more.");
    }

    public async ValueTask<CaseFacts> FactsAsync(CaseVersion at, CancellationToken ct)
    {
        await RequireAsync(at, ct);
        var documents = await KeptDocument.ReadAsync(database, at.Loads, ct);
        var hashes = documents.Where(d => !d.IsExpunged).ToDictionary(d => d.Number, d => d.Document.Hash);
        var facts = await database.ReadAsync("read/facts", r => hashes.TryGetValue(r.Int64(0), out var hash) ? new FactRow(FactCodec.Decode(r.Text(3), r.Text(4)), hash, (int)r.Int64(1), r.Int64(2)) : null, [("load", at.Loads)], ct);
        var decisions = await KeptAsync(at.Decisions, ct);
        return new CaseFacts(facts.OfType<FactRow>(), [.. documents.Where(d => !d.IsExpunged).Select(d => d.Document)], [.. decisions.Select(d => DecisionChain.Decode(d.Body))], at);
    }

    public async IAsyncEnumerable<PostingPage> PostingsAsync(LedgerRequest request, [EnumeratorCancellation] CancellationToken ct)
    {
        await RequireAsync(request.At, ct);
        var names = await CaseNames.ReadAsync(database, request.At.Loads, ct);
        var documents = await KeptDocument.ReadAsync(database, request.At.Loads, ct);
        var reader = new RowReader(database, request, names, [.. documents.Where(d => d.Load > request.AfterLoad && d.Postings > 0)]);
        await foreach (var page in reader.PagesAsync(ct))
        {
            yield return page;
        }
    }

    public async ValueTask<IReadOnlyList<Reject>> RejectsAsync(CaseVersion at, CancellationToken ct)
    {
        await RequireAsync(at, ct);
        var gone = (await KeptDocument.ReadAsync(database, at.Loads, ct)).Where(d => d.IsExpunged).Select(d => (object)d.Number).ToList();
        return await database.ReadAsync("read/rejects", r => new Reject(r.Text(0), r.Text(1), (int)r.Int64(2), r.Text(3), r.Text(4), r.Text(5), r.Text(6)), [("load", at.Loads), ("gone", gone)], ct);
    }

    public async ValueTask<IReadOnlyList<LoadReceipt>> LoadsAsync(CaseVersion at, CancellationToken ct)
    {
        await RequireAsync(at, ct);
        var rows = await database.ReadAsync("read/loads", Line, [("load", at.Loads)], ct);
        return [.. rows.GroupBy(r => r.Version).Select(g => new LoadReceipt(g.Key.Loads, g.Key, [.. g.Select(r => r.Receipt)]))];
    }

    public async ValueTask<FindResult> FindAsync(FindQuery query, CaseVersion at, CancellationToken ct)
    {
        await RequireAsync(at, ct);
        var names = await CaseNames.ReadAsync(database, at.Loads, ct);
        var documents = await KeptDocument.ReadAsync(database, at.Loads, ct);
        return await new RowFinder(query, names, [.. documents.Where(d => d.Postings > 0)]).FindAsync(database, ct);
    }

    public async ValueTask<ILoad> BeginLoadAsync(CancellationToken ct)
    {
        var taken = await WriterLease.TakeAsync(database, lease, ct);
        try
        {
            vault.Sweep(time.GetUtcNow());
            var names = await CaseNames.ReadAsync(database, taken.Counts.Loads, ct);
            var documents = await KeptDocument.ReadAsync(database, taken.Counts.Loads, ct);
            return new Neo4jLoad(taken, vault, time, documents.ToDictionary(d => d.Document.Hash.Hex, d => d.Number, StringComparer.Ordinal), await TombstonesAsync(documents, ct), names);
        }
        catch
        {
            await taken.DisposeAsync();
            throw;
        }
    }

    public async ValueTask<CaseVersion> DecideAsync(IReadOnlyList<Decision> decisions, CaseVersion expected, CancellationToken ct)
    {
        var link = expected.Decisions == 0 ? DecisionChain.Start : await KeptAsync(expected.Decisions, ct) is [.., var last] ? new Sha256(last.Link) : DecisionChain.Start;
        var number = expected.Decisions;
        var rows = new List<object?[]>(decisions.Count);
        foreach (var decision in decisions)
        {
            var d = decision with { Number = ++number };
            var body = DecisionChain.Encode(d);
            var next = DecisionChain.Link(link, body);
            rows.Add([d.Number, d.Kind, d.Subject, d.Value, d.By, d.On.IsNone ? null : d.On.ToString(), d.Reason, d.Item, d.Replaces, body, link.Hex, next.Hex]);
            link = next;
        }

        var answers = await database.WriteAsync("load/decide", Verdict,
            [("claim", Guid.NewGuid().ToString("N")), ("loads", expected.Loads), ("decisions", expected.Decisions), ("rows", rows)], ct);
        var (held, holder, left, now, isDone) = answers.Count == 1 ? answers[0] : throw new InvalidDataException($"The server holds no case '{database.Name}' any more.");
        return isDone ? now
            : held ? throw WriterLease.Busy(database.Name, holder, left)
            : throw new StoreConflictException($"The case is at version {now}, not {expected}: it changed since it was read. Read it again and repeat the decision.");
    }

    public async ValueTask<ExpungeReceipt> ExpungeAsync(Sha256 document, CourtOrder order, CancellationToken ct)
    {
        await using var taken = await WriterLease.TakeAsync(database, lease, ct);
        await PublicationDrop.AllAsync(taken, ct);
        return await Expunging.RunAsync(database, taken, await KeptAsync(long.MaxValue, ct), document, order, ct);
    }

    public async ValueTask<ChainCheck> VerifyChainAsync(CancellationToken ct)
    {
        var counted = await database.ReadAsync("read/counted-decisions", r => r.Int64(0), [], ct);
        return DecisionChain.Check(await KeptAsync(long.MaxValue, ct), counted.Count == 1 ? counted[0] : 0);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static (bool Held, string Holder, long Left, CaseVersion Now, bool IsDone) Verdict(IRowValues r) =>
        (!r.IsNull(0) && r.Boolean(0), r.IsNull(1) ? "" : r.Text(1), r.Int64(2), new CaseVersion(r.Int64(3), r.Int64(4)), !r.IsNull(5) && r.Boolean(5));

    private static (CaseVersion Version, DocumentReceipt Receipt) Line(IRowValues r)
    {
        var document = new SourceDocument(new Sha256(r.Text(2)), r.Text(3), r.Int64(4), r.Text(5), r.Text(6));
        var receipt = r.Boolean(10) ? new DocumentReceipt(document, 0, 0, 0, true, r.Boolean(11)) : new DocumentReceipt(document, r.Int64(7), r.Int64(8), r.Int64(9), false, r.Boolean(11));
        return (new CaseVersion(r.Int64(0), r.Int64(1)), receipt);
    }

    /// <summary>What whoever brings an expunged document again is told, by its hash.</summary>
    private async ValueTask<IReadOnlyDictionary<string, string>> TombstonesAsync(IReadOnlyList<KeptDocument> documents, CancellationToken ct)
    {
        var gone = documents.Where(d => d.IsExpunged).Select(d => d.Document.Hash).ToList();
        var decisions = gone.Count == 0 ? [] : await KeptAsync(long.MaxValue, ct);
        return gone.ToDictionary(h => h.Hex, h => CourtOrder.Sentence(h, decisions.FirstOrDefault(d => d.Columns.Kind == DecisionKinds.Expunge && d.Columns.Subject == h.Hex)?.Columns), StringComparer.Ordinal);
    }

    private async ValueTask<IReadOnlyList<KeptDecision>> KeptAsync(long last, CancellationToken ct) => await database.ReadAsync("read/decisions", r =>
    {
        _ = Day.TryParse(r.IsNull(5) ? "" : r.Text(5), out var on);
        return new KeptDecision(new Decision(r.Int64(0), r.Text(1), r.Text(2), r.Text(3), r.Text(4), on, r.Text(6), r.Text(7), r.Int64(8)), r.Text(9), r.Text(10), r.Text(11));
    }, [("last", last)], ct);

    private async ValueTask RequireAsync(CaseVersion at, CancellationToken ct)
    {
        var now = await VersionAsync(ct);
        if (at.Loads < 0 || at.Decisions < 0 || at.Loads > now.Loads || at.Decisions > now.Decisions)
        {
            throw new ArgumentOutOfRangeException(nameof(at), $"The case is at version {now}; there is no version {at} yet.");
        }
    }
}
