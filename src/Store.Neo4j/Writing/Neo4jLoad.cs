using System.Globalization;

namespace FinInvest.Graph.Store.Neo4j.Writing;

/// <summary>One load on a server: batches that nobody sees, then one transaction that makes the case count them.</summary>
internal sealed class Neo4jLoad : ILoad
{
    private readonly WriterLease lease;
    private readonly FolderVault vault;
    private readonly TimeProvider time;
    private readonly Dictionary<string, long> known;
    private readonly Dictionary<string, string> tombstones;
    private readonly NameNumbers accounts;
    private readonly NameNumbers statements;
    private readonly NameNumbers currencies;
    private readonly RowWriter rows;
    private readonly long load;
    private readonly List<(DocumentReceipt Receipt, long Number)> receipts = [];
    private readonly List<object?[]> documents = [];
    private long facts;
    private long rejects;
    private SourceDocument? open;
    private long number;
    private long firstRow;
    private long firstFact;
    private long firstReject;

    /// <summary>Committed, disposed, or broken by a failed step.</summary>
    private bool isOver;
    private bool isCommitted;

    /// <param name="documents">Numbers of the documents that the case holds, by hash.</param>
    /// <param name="tombstones">What is said of those that were expunged, by hash.</param>
    /// <param name="names">Names that the case holds, each in the order of its numbers.</param>
    public Neo4jLoad(WriterLease lease, FolderVault vault, TimeProvider time, Dictionary<string, long> documents, IReadOnlyDictionary<string, string> tombstones, Reading.CaseNames names)
    {
        (this.lease, this.vault, this.time, known) = (lease, vault, time, documents);
        this.tombstones = new Dictionary<string, string>(tombstones, StringComparer.Ordinal);
        load = lease.Counts.Loads + 1;
        number = lease.Counts.Documents;
        facts = lease.Counts.Facts;
        rejects = lease.Counts.Rejects;
        accounts = new NameNumbers("accounts", names.Accounts.Skip(1), lease.Counts.Accounts);
        statements = new NameNumbers("statements", names.Statements, lease.Counts.Statements);
        currencies = new NameNumbers("currencies", names.Currencies, lease.Counts.Currencies, byte.MaxValue + 1);
        rows = new RowWriter(lease, load, accounts, statements, currencies);
    }

    public ValueTask<bool> BeginDocumentAsync(SourceDocument document, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        Demand(!isOver, $"The load is over.");
        EndDocument();
        if (tombstones.TryGetValue(document.Hash.Hex, out var sentence))
        {
            throw new DocumentExpungedException(sentence);
        }

        if (known.TryGetValue(document.Hash.Hex, out var held))
        {
            receipts.Add((new DocumentReceipt(document, 0, 0, 0, true), held));
            return ValueTask.FromResult(false);
        }

        open = document;
        known.Add(document.Hash.Hex, ++number);
        (firstRow, firstFact, firstReject) = (rows.Last + 1, facts, rejects);
        return ValueTask.FromResult(true);
    }

    public ValueTask AppendTombstoneAsync(Sha256 document, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        Demand(!isOver, $"The load is over.");
        EndDocument();
        var isHeld = known.TryGetValue(document.Hex, out var held);
        Demand(!isHeld || tombstones.ContainsKey(document.Hex), $"The case holds document {document.Short(12)}: there is no tombstone to set.");
        if (!isHeld)
        {
            known.Add(document.Hex, held = ++number);
            tombstones.Add(document.Hex, CourtOrder.Sentence(document, null));
            documents.Add([held, document.Hex, "", 0, "", "", 0, 0, 0, 0, true]);
        }

        receipts.Add((new DocumentReceipt(new SourceDocument(document, "", 0), 0, 0, 0, isHeld, IsExpunged: true), held));
        return ValueTask.CompletedTask;
    }

    public ValueTask AppendAsync(PostingPage page, CancellationToken ct)
    {
        DemandOpen(page.Document);
        return StepAsync(() => rows.AppendAsync(number, page, ct), ct);
    }

    public ValueTask AppendAsync(IReadOnlyList<FactRow> facts, CancellationToken ct)
    {
        var sent = new List<object?[]>(facts.Count);
        foreach (var row in facts)
        {
            DemandOpen(row.Document);
            sent.Add([++this.facts, number, row.Row, FactCodec.KindOf(row.Fact), row.Fact.Id, FactCodec.Encode(row.Fact)]);
        }

        return StepAsync(() => SendAsync("load/facts", sent, ct), ct);
    }

    public ValueTask AppendAsync(IReadOnlyList<Reject> rejects, CancellationToken ct)
    {
        var sent = new List<object?[]>(rejects.Count);
        foreach (var row in rejects)
        {
            DemandOpen(null);
            sent.Add([++this.rejects, number, row.Code, row.File, row.Row, row.Column, row.Text, row.Sentence, row.Raw]);
        }

        return StepAsync(() => SendAsync("load/rejects", sent, ct), ct);
    }

    public async ValueTask<LoadReceipt> CommitAsync(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        Demand(!isOver, $"The load is over.");
        isOver = true;
        EndDocument();
        var given = receipts.ConvertAll(r => r.Receipt);
        if (given.TrueForAll(d => d.AlreadyHeld))
        {
            return new LoadReceipt(0, new CaseVersion(load - 1, lease.Counts.Decisions), given);
        }

        foreach (var document in given.Where(d => !d.AlreadyHeld && !d.IsExpunged).Select(d => d.Document))
        {
            Demand(vault.Length(document.Hash) == document.Bytes,
                $"The vault does not hold {document.Name} ({document.Hash.Short()}) with its {document.Bytes} bytes: put the file there before the load that names it.");
        }

        await rows.EndAsync(ct);
        await SendAsync("load/documents", documents, ct);
        var counts = new CaseCounts(load, 0, number, accounts.Last, statements.Last, currencies.Last, rows.Last, facts, rejects);
        var decisions = await lease.CommitAsync(load, counts, time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            [.. receipts.Select((r, i) => new object?[] { r.Number, i + 1, r.Receipt.Document.Name, r.Receipt.Document.Partner, r.Receipt.Document.Mapping, r.Receipt.AlreadyHeld })], ct);
        isCommitted = true;
        return new LoadReceipt(load, new CaseVersion(load, decisions), given);
    }

    public async ValueTask DisposeAsync()
    {
        isOver = true;
        await rows.SettleAsync();
        if (!isCommitted)
        {
            try
            {
                await lease.UndoAsync(CancellationToken.None);
            }
            catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
            {
                // The next writer removes it; until then nobody sees it.
                isOver = true;
            }
        }

        await lease.DisposeAsync();
    }

    private static void Demand(bool holds, FormattableString sentence)
    {
        if (!holds)
        {
            throw new InvalidOperationException(sentence.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <param name="document">null = whichever is open (a reject does not name its document).</param>
    private void DemandOpen(Sha256? document) => Demand(!isOver && open is { } now && (document is null || now.Hash == document),
        $"No new document is begun, or not {document?.ToString() ?? "that"}; nothing of it can be appended.");

    private void EndDocument()
    {
        if (open is not { } document)
        {
            return;
        }

        var (postings, stated, rejected) = (rows.Last + 1 - firstRow, facts - firstFact, rejects - firstReject);
        documents.Add([number, document.Hash.Hex, document.Name, document.Bytes, document.Partner, document.Mapping, firstRow, postings, stated, rejected, null]);
        receipts.Add((new DocumentReceipt(document, postings, stated, rejected, false), number));
        open = null;
    }

    /// <summary>After a step that failed the load can only be given up.</summary>
    private async ValueTask StepAsync(Func<ValueTask> step, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        isOver = true;
        await step();
        isOver = false;
    }

    private async ValueTask SendAsync(string file, List<object?[]> sent, CancellationToken ct)
    {
        await rows.WaitAsync();
        for (var from = 0; from < sent.Count; from += RowWriter.BatchRows)
        {
            await lease.SendAsync(file, sent.GetRange(from, Math.Min(RowWriter.BatchRows, sent.Count - from)), load, 1, ct);
        }
    }
}
