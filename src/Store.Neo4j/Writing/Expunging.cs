namespace FinInvest.Graph.Store.Neo4j.Writing;

/// <summary>
/// Takes one document out of a case on a server, under the writer's lease: first one transaction after which nobody sees anything of it and the decision stands; then, in batches, its rows, facts,
/// rejects, and the names that only its rows used. Broken off in between, a repetition does the rest.
/// </summary>
internal static class Expunging
{
    private const long NodesAtOnce = 10_000;

    /// <exception cref="ArgumentException">The case never held it.</exception>
    public static async ValueTask<ExpungeReceipt> RunAsync(CaseDatabase database, WriterLease lease, IReadOnlyList<KeptDecision> decisions, Sha256 document, CourtOrder order, CancellationToken ct)
    {
        var held = (await Reading.KeptDocument.ReadAsync(database, lease.Counts.Loads, ct)).FirstOrDefault(d => d.Document.Hash == document)
            ?? throw new ArgumentException($"The case holds no document {document.Short(12)}.");
        var version = new CaseVersion(lease.Counts.Loads, lease.Counts.Decisions);
        var number = decisions.FirstOrDefault(d => d.Columns.Kind == DecisionKinds.Expunge && d.Columns.Subject == document.Hex)?.Columns.Number ?? 0;
        if (!held.IsExpunged)
        {
            version = version with { Decisions = version.Decisions + 1 };
            number = version.Decisions;
            var head = decisions.Count > 0 ? new Sha256(decisions[^1].Link) : DecisionChain.Start;
            var d = order.ToDecision(held.Document) with { Number = number };
            var body = DecisionChain.Encode(d);
            await lease.ExpungeAsync("expunge/take", held.Number,
                [("decision", d.Number), ("subject", d.Subject), ("value", d.Value), ("by", d.By), ("on", d.On.IsNone ? null : d.On.ToString()), ("reason", d.Reason), ("item", d.Item), ("body", body),
                    ("previous", head.Hex), ("link", DecisionChain.Link(head, body).Hex)], ct);
        }

        foreach (var file in new[] { "expunge/rows", "expunge/facts", "expunge/rejects", "expunge/accounts", "expunge/statements" })
        {
            while (await lease.ExpungeAsync(file, held.Number, [("limit", NodesAtOnce)], ct) > 0)
            {
                ct.ThrowIfCancellationRequested();
            }
        }

        return new ExpungeReceipt(document, number, version, held.Postings, held.Facts, held.Rejects, held.IsExpunged);
    }
}
