using FinInvest.Graph.Store.Neo4j.Reading;
using FinInvest.Graph.Store.Neo4j.Writing;
using FinInvest.Graph.Store.Publishing;

namespace FinInvest.Graph.Store.Neo4j.Publishing;

/// <summary>
/// What people see of a case in Neo4j Browser and Bloom. Published under the writer's lease, so that no load, decision or expunging comes in between: what is new is laid beside what is seen,
/// then one transaction shows it, then the old is removed.
/// </summary>
internal sealed class Neo4jPublishedGraph(CaseDatabase database, TimeSpan leaseLength) : IPublishedGraph
{
    private const int AtOnce = RowWriter.BatchRows;

    public async ValueTask<PublicationReceipt> PublishAsync(Publication publication, CancellationToken ct)
    {
        await database.RaiseLayoutAsync(ct);
        await using var lease = await WriterLease.TakeAsync(database, leaseLength, ct);
        var now = new CaseVersion(lease.Counts.Loads, lease.Counts.Decisions);
        if (now != publication.Version)
        {
            throw new StoreConflictException($"The case is at version {now}, not {publication.Version}: it changed since it was read. Publish again.");
        }

        await PublicationDrop.ExceptAsync(lease, await SeenAsync(ct), ct);
        var names = await CaseNames.ReadAsync(database, now.Loads, ct);
        var records = await RecordNumbers.ReadAsync(database, names, now.Loads, ct);
        var number = await lease.StepAsync("publish/begin", [], ct);
        var accounts = new AccountNumbers(names, publication, number);
        (string, object?)[] here = [("publication", number), ("version", now.ToString())];
        await SendAsync(lease, "publish/accounts", accounts.New.Select(a => new object?[] { a.Number, a.Id }), here[..1], s => s.NodesCreated, ct);
        var transfers = new TransferRows(publication.Ledger, accounts, records);
        await SendAsync(lease, "publish/transfers", Enumerable.Range(0, publication.Ledger.Count).Select(transfers.Row), here, s => s.RelationshipsCreated, ct);
        await SendAsync(lease, "publish/nodes", publication.Nodes.Select(n => new object?[] { n.Label, n.Key }.Concat(PropertyColumns.Of(n.Properties)).ToArray()), here[..1], s => s.NodesCreated, ct);
        var (links, leftOut) = Links(publication, accounts, records);
        await SendAsync(lease, "publish/links", links, here[..1], s => s.RelationshipsCreated, ct);
        foreach (var some in publication.Accounts.Chunk(AtOnce))
        {
            await lease.StepAsync("publish/describe", [("publication", number), ("rows", some.Select(a => Account(a, accounts.Of(a.Key))).ToList())], ct);
        }

        var receipt = new PublicationReceipt(now, publication.Ledger.Count, publication.Nodes.Count + accounts.New.Count, links.Count, leftOut);
        await lease.StepAsync("publish/show",
            [.. here, ("asOf", publication.AsOf.IsNone ? null : publication.AsOf.ToString()), ("transfers", receipt.Transfers), ("nodes", receipt.Nodes), ("links", receipt.Links), ("leftOut", leftOut)], ct);
        await PublicationDrop.ExceptAsync(lease, number, ct);
        return receipt;
    }

    public async ValueTask<long> DropAsync(CancellationToken ct)
    {
        await using var lease = await WriterLease.TakeAsync(database, leaseLength, ct);
        return await PublicationDrop.AllAsync(lease, ct);
    }

    public async ValueTask<PublicationReceipt?> ShownAsync(CancellationToken ct)
    {
        var shown = await database.ReadAsync("publish/shown",
            r => new PublicationReceipt(CaseVersion.TryParse(r.Text(1), out var version) ? version : default, r.Int64(2), r.Int64(3), r.Int64(4), r.Int64(5)), [], ct);
        return shown.Count == 0 ? null : shown[0];
    }

    private async ValueTask<long> SeenAsync(CancellationToken ct)
    {
        var shown = await database.ReadAsync("publish/shown", r => r.Int64(0), [], ct);
        return shown.Count == 0 ? 0 : shown[0];
    }

    private static async ValueTask SendAsync(
        WriterLease lease, string file, IEnumerable<object?[]> rows, (string, object?)[] parameters, Func<Transport.CypherSummary, long> made, CancellationToken ct)
    {
        foreach (var some in rows.Chunk(AtOnce))
        {
            await lease.SendAsync(file, some, parameters, made, ct);
        }
    }

    private static (List<object?[]> Links, long LeftOut) Links(Publication publication, AccountNumbers accounts, RecordNumbers records)
    {
        var links = new List<object?[]>(publication.Links.Count);
        var leftOut = 0L;
        foreach (var link in publication.Links)
        {
            if (End(link.From, accounts, records) is { } from && End(link.To, accounts, records) is { } to)
            {
                links.Add([link.Type, .. from, .. to, .. PropertyColumns.Of(link.Properties)]);
            }
            else
            {
                leftOut++;
            }
        }

        return (links, leftOut);
    }

    /// <summary>Label and key, account, row, document: one of them says where the link ends. Null = not in the case.</summary>
    private static object?[]? End(PublishedEnd end, AccountNumbers accounts, RecordNumbers records) =>
        end.Row is { } row ? records.Row(row) is { } number ? [null, null, null, number, null] : null
            : end.Document is { } document ? records.Document(document) is { } held ? [null, null, null, null, held] : null
            : end.IsAccount ? [null, null, accounts.Of(end.Key), null, null]
            : [end.Label, end.Key, null, null, null];

    private static object?[] Account(PublishedNode account, long number)
    {
        object? Value(string name) => account.Properties.FirstOrDefault(p => p.Name == name).Value;
        return [number, account.Key, Value("currency"), Value("coverage"), Value("institution"), Value("country"), Value("iban"), Value("title")];
    }
}
