using System.Globalization;
using FinInvest.Graph.Store.Embedded.Files;
using FinInvest.Graph.Store.Embedded.Layout;
using FinInvest.Graph.Store.Embedded.Postings;
using FinInvest.Graph.Store.Embedded.Sqlite;

namespace FinInvest.Graph.Store.Embedded;

/// <summary>One SQLite transaction under the writer lease.</summary>
internal sealed class EmbeddedLoad : ILoad
{
    private readonly WriterLease lease;
    private readonly Database database;
    private readonly FolderVault vault;
    private readonly TimeProvider time;
    private readonly WriterMemory memory;
    private readonly long load;
    private readonly List<(DocumentReceipt Receipt, long Id)> receipts = [];
    private readonly PostingWriter postings;
    private readonly Command fact;
    private readonly Command reject;
    private long newest;
    private long firstPosting;
    private SourceDocument? open;
    private long openPostings;
    private long openFacts;
    private long openRejects;

    /// <summary>Committed, disposed, or broken: after a failed step half a page may stand in the transaction, so that it must never be committed.</summary>
    private bool isOver;

    /// <summary>Takes over the lease and the connection, also when it throws.</summary>
    public EmbeddedLoad(WriterLease lease, Database database, FolderVault vault, TimeProvider time, WriterMemory memory)
    {
        (this.lease, this.database, this.vault, this.time, this.memory) = (lease, database, vault, time, memory);
        try
        {
            var tidies = memory.IsTimeToTidy();
            if (tidies)
            {
                vault.Sweep(time.GetUtcNow());
            }

            database.Run("BEGIN IMMEDIATE");
            if (tidies)
            {
                ReadableViews.Renew(database);
            }

            load = database.Number("SELECT ifnull(max(load), 0) + 1 FROM loads");
            newest = database.Number("SELECT ifnull(max(id), 0) FROM documents");
            postings = new PostingWriter(database, load, memory.Take(load - 1));
            fact = database.Prepare("INSERT INTO facts(document, row, kind, fact_id, body) VALUES(?1, ?2, ?3, ?4, ?5)");
            reject = database.Prepare("INSERT INTO rejects(document, code, file, row, \"column\", text, sentence, raw) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
        }
        catch
        {
            database.Dispose();
            lease.Dispose();
            throw;
        }
    }

    public ValueTask<bool> BeginDocumentAsync(SourceDocument document, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        Demand(!isOver, $"The load is over.");
        isOver = true;
        EndDocument();
        isOver = false;
        if (Held(document) is { } held)
        {
            if (held.Receipt.IsExpunged)
            {
                throw new DocumentExpungedException(CourtOrder.Sentence(document.Hash, new DecisionTable(database).Expunging(document.Hash)));
            }

            receipts.Add(held);
            return ValueTask.FromResult(false);
        }

        open = document;
        newest++;
        firstPosting = postings.Next;
        (openPostings, openFacts, openRejects) = (0, 0, 0);
        return ValueTask.FromResult(true);
    }

    public ValueTask AppendTombstoneAsync(Sha256 document, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        Demand(!isOver, $"The load is over.");
        isOver = true;
        EndDocument();
        var empty = new SourceDocument(document, "", 0);
        if (Held(empty) is { } held)
        {
            Demand(held.Receipt.IsExpunged, $"The case holds document {document.Short(12)}: there is no tombstone to set.");
            receipts.Add(held);
        }
        else
        {
            open = empty;
            newest++;
            (firstPosting, openPostings, openFacts, openRejects) = (0, 0, 0, 0);
            EndDocument();
            database.Run(string.Create(CultureInfo.InvariantCulture, $"INSERT INTO tombstones VALUES({newest})"));
            receipts[^1] = (receipts[^1].Receipt with { IsExpunged = true }, newest);
        }

        isOver = false;
        return ValueTask.CompletedTask;
    }

    public ValueTask AppendAsync(PostingPage page, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        DemandOpen(page.Document);
        isOver = true;
        postings.Append(newest, page);
        openPostings += page.Count;
        isOver = false;
        return ValueTask.CompletedTask;
    }

    public ValueTask AppendAsync(IReadOnlyList<FactRow> facts, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        foreach (var row in facts)
        {
            DemandOpen(row.Document);
            isOver = true;
            fact.Bind(1, newest);
            fact.Bind(2, row.Row);
            fact.Bind(3, FactCodec.KindOf(row.Fact));
            fact.Bind(4, row.Fact.Id);
            fact.Bind(5, FactCodec.Encode(row.Fact));
            fact.Execute();
            isOver = false;
        }

        openFacts += facts.Count;
        return ValueTask.CompletedTask;
    }

    public ValueTask AppendAsync(IReadOnlyList<Reject> rejects, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        foreach (var row in rejects)
        {
            DemandOpen(null);
            isOver = true;
            reject.Bind(1, newest);
            reject.Bind(2, row.Code);
            reject.Bind(3, row.File);
            reject.Bind(4, row.Row);
            reject.Bind(5, row.Column);
            reject.Bind(6, row.Text);
            reject.Bind(7, row.Sentence);
            reject.Bind(8, row.Raw);
            reject.Execute();
            isOver = false;
        }

        openRejects += rejects.Count;
        return ValueTask.CompletedTask;
    }

    public ValueTask<LoadReceipt> CommitAsync(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        Demand(!isOver, $"The load is over.");
        isOver = true;
        EndDocument();
        var decisions = database.Number("SELECT ifnull(max(number), 0) FROM decisions");
        var documents = receipts.ConvertAll(r => r.Receipt);
        if (documents.TrueForAll(d => d.AlreadyHeld))
        {
            database.Run("ROLLBACK");
            return ValueTask.FromResult(new LoadReceipt(0, new CaseVersion(load - 1, decisions), documents));
        }

        foreach (var document in documents.Where(d => !d.AlreadyHeld && !d.IsExpunged).Select(d => d.Document))
        {
            Demand(vault.Length(document.Hash) == document.Bytes, $"The vault does not hold {document.Name} ({document.Hash.Short()}) with its {document.Bytes} bytes: put the file there before the load that names it.");
        }

        WriteJournal(decisions);
        database.Run("COMMIT");
        memory.Keep(load, postings.Names);
        return ValueTask.FromResult(new LoadReceipt(load, new CaseVersion(load, decisions), documents));
    }

    public ValueTask DisposeAsync()
    {
        isOver = true;
        postings.Dispose();
        fact.Dispose();
        reject.Dispose();

        // Closing the connection rolls back what was not committed.
        database.Dispose();
        lease.Dispose();
        return ValueTask.CompletedTask;
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

    private (DocumentReceipt Receipt, long Id)? Held(SourceDocument document)
    {
        using var held = database.Prepare("SELECT d.id, t.document IS NOT NULL FROM documents d LEFT JOIN tombstones t ON t.document = d.id WHERE d.sha256 = ?1");
        held.Bind(1, document.Hash.Hex);
        return held.Step() ? (new DocumentReceipt(document, 0, 0, 0, true, held.Int(1) != 0), held.Long(0)) : null;
    }

    private void EndDocument()
    {
        if (open is not { } document)
        {
            return;
        }

        using var insert = database.Prepare("INSERT INTO documents VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)");
        insert.Bind(1, newest);
        insert.Bind(2, load);
        insert.Bind(3, document.Hash.Hex);
        insert.Bind(4, document.Name);
        insert.Bind(5, document.Bytes);
        insert.Bind(6, document.Partner);
        insert.Bind(7, document.Mapping);
        insert.Bind(8, firstPosting);
        insert.Bind(9, openPostings);
        insert.Bind(10, openFacts);
        insert.Bind(11, openRejects);
        insert.Execute();
        receipts.Add((new DocumentReceipt(document, openPostings, openFacts, openRejects, false), newest));
        open = null;
    }

    private void WriteJournal(long decisions)
    {
        using var journal = database.Prepare("INSERT INTO loads VALUES(?1, ?2, ?3)");
        journal.Bind(1, load);
        journal.Bind(2, decisions);
        journal.Bind(3, time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        journal.Execute();
        using var line = database.Prepare("INSERT INTO receipts VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)");
        line.Bind(1, load);
        for (var i = 0; i < receipts.Count; i++)
        {
            var (receipt, id) = receipts[i];
            line.Bind(2, i + 1);
            line.Bind(3, id);
            line.Bind(4, receipt.Document.Name);
            line.Bind(5, receipt.Document.Partner);
            line.Bind(6, receipt.Document.Mapping);
            line.Bind(7, receipt.AlreadyHeld ? 1 : 0);
            line.Execute();
        }
    }
}
