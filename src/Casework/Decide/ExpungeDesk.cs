using FinInvest.Graph.Store;

namespace FinInvest.Graph.Casework.Decide;

/// <summary>The use case "expunge": by a court's order a document goes from the case with all that was read from it, for good. Excluding (a decision that can be undone) is another thing.</summary>
public sealed class ExpungeDesk(ICaseGraph graph, IVault vault)
{
    private const int HashDigitsMin = 6;

    /// <param name="typed">The document's file name or the first digits of its hash; after a broken-off attempt its hash.</param>
    /// <param name="beside">A folder whose exhibits go too (the workspace); null = there is none.</param>
    /// <exception cref="CaseQuestionException">No such document, or who, why or by which order is missing.</exception>
    public async Task<ExpungeOutcome> ExpungeAsync(string typed, CourtOrder order, string? beside, CancellationToken ct)
    {
        if (order.Order.Length == 0 || order.By.Length == 0 || order.Reason.Length == 0)
        {
            throw new CaseQuestionException("Expunging needs the court's order (--order \"court, number, date\"), who carries it out (--by) and why (--reason).");
        }

        var facts = await graph.FactsAsync(await graph.VersionAsync(ct), ct);
        var document = Resolve(typed, facts);
        var naming = await NamingAsync(document, facts, ct);
        var exhibits = beside is null ? [] : ExhibitsIn(beside);
        var receipt = await graph.ExpungeAsync(document, order, ct);
        var isFile = await vault.DeleteAsync(document, ct);
        foreach (var exhibit in exhibits)
        {
            File.Delete(exhibit);
        }

        return new ExpungeOutcome(receipt, isFile, naming, [.. exhibits.Select(e => Path.GetFileName(e))]);
    }

    private static Sha256 Resolve(string typed, CaseFacts facts)
    {
        var gone = facts.Decisions.Where(d => d.Kind == DecisionKinds.Expunge).Select(d => d.Subject);
        var hits = facts.Documents.Where(d => d.Name == typed || IsPrefix(d.Hash.Hex)).Select(d => d.Hash.Hex).Concat(gone.Where(IsPrefix)).Distinct(StringComparer.Ordinal).ToList();
        return hits.Count switch
        {
            1 => new Sha256(hits[0]),
            0 => throw new CaseQuestionException($"The case has no document '{typed}'. `fininvest status --documents` lists them."),
            _ => throw new CaseQuestionException($"'{typed}' fits {hits.Count} documents; name one by its hash: {string.Join(", ", hits.Select(h => h[..12]))}."),
        };

        bool IsPrefix(string hex) => typed.Length >= HashDigitsMin && hex.StartsWith(typed, StringComparison.Ordinal);
    }

    /// <summary>Numbers of the decisions that speak of the document: by hash, by file name, or by one of its rows ("S1/4", or the bank's own id).</summary>
    private async Task<IReadOnlyList<long>> NamingAsync(Sha256 document, CaseFacts facts, CancellationToken ct)
    {
        var taken = facts.Decisions.Where(d => d.Kind != DecisionKinds.Expunge).ToList();
        var held = facts.Documents.FirstOrDefault(d => d.Hash == document);
        if (taken.Count == 0 || held is null)
        {
            return [.. taken.Where(d => d.Subject == document.Hex).Select(d => d.Number)];
        }

        var rows = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var page in graph.PostingsAsync(LedgerRequest.WholeCase(facts.Version), ct))
        {
            for (var i = 0; page.Document == document && i < page.Count; i++)
            {
                rows.Add(new RowKey(document, page.StatementIds[page.Statement[i]], page.Row[i]).Alias);
                rows.Add(page.LocalId[i] ?? "");
            }
        }

        rows.Remove("");
        return [.. taken.Where(d => Words(d).Any(w => w == held.Name || rows.Contains(w) || w.StartsWith(document.Short(), StringComparison.Ordinal)) || d.Reason.Contains(held.Name, StringComparison.Ordinal)).Select(d => d.Number)];

        static IEnumerable<string> Words(Decision d) => d.Subject.Split('=', StringSplitOptions.TrimEntries).Append(d.Value).Append(d.Item);
    }

    /// <summary>Exhibits that lie in the folder itself, told by how they begin.</summary>
    private static List<string> ExhibitsIn(string folder) =>
        [.. Directory.EnumerateFiles(folder).Where(f => Path.GetExtension(f) is ".html" or ".json" && Export.ExhibitBuilder.IsExhibit(f)).Order(StringComparer.Ordinal)];
}
