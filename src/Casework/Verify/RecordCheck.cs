using System.Globalization;
using System.Security.Cryptography;
using FinInvest.Graph.Store;

namespace FinInvest.Graph.Casework.Verify;

/// <summary>
/// The use case "verify a case": every raw file is in the vault and has the hash it is known by, the chain of decisions is whole, every row, fact and reject belongs to a
/// document of the journal and none is missing. That the rows are what the files say is not read again.
/// </summary>
public sealed class RecordCheck(ICaseGraph graph, IVault vault)
{
    public async Task<RecordVerdict> CheckAsync(CancellationToken ct)
    {
        var at = await graph.VersionAsync(ct);
        var facts = await graph.FactsAsync(at, ct);
        var documents = (await graph.LoadsAsync(at, ct)).SelectMany(l => l.Documents).Where(d => !d.AlreadyHeld && !d.IsExpunged).ToList();
        var faults = new List<string>();
        var chain = await graph.VerifyChainAsync(ct);
        if (!chain.IsWhole)
        {
            faults.Add($"The chain of decisions is broken: {chain.Sentence}");
        }

        foreach (var d in documents)
        {
            await CheckFileAsync(d.Document, faults, ct);
        }

        var rows = await CheckRowsAsync(at, documents, faults, ct);
        CheckFacts(facts, documents, faults);
        var rejects = (await graph.RejectsAsync(at, ct)).Count;
        Count(rejects, documents.Sum(d => d.Rejects), "rejected rows of all documents", faults);
        return new RecordVerdict(at, documents.Count, rows, facts.AllRows.LongCount(), chain.Decisions, chain.Head, faults);
    }

    private async ValueTask CheckFileAsync(SourceDocument document, List<string> faults, CancellationToken ct)
    {
        try
        {
            await using var file = await vault.OpenAsync(document.Hash, ct);
            var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct));
            if (hash != document.Hash.Hex)
            {
                faults.Add($"The vault's file of {document.Name} ({document.Hash.Short(12)}) is not what was loaded: its SHA-256 is {hash[..12]}.");
            }
        }
        catch (FileNotFoundException)
        {
            faults.Add($"The vault has no file of {document.Name} ({document.Hash.Short(12)}).");
        }
    }

    private async ValueTask<long> CheckRowsAsync(CaseVersion at, IReadOnlyList<DocumentReceipt> documents, List<string> faults, CancellationToken ct)
    {
        var held = new Dictionary<Sha256, long>();
        await foreach (var page in graph.PostingsAsync(LedgerRequest.WholeCase(at), ct))
        {
            held[page.Document] = held.GetValueOrDefault(page.Document) + page.Count;
        }

        foreach (var d in documents)
        {
            Count(held.GetValueOrDefault(d.Document.Hash), d.Postings, $"rows of {d.Document.Name} ({d.Document.Hash.Short(12)})", faults);
        }

        Strangers(held.Keys, documents, "rows", faults);
        return held.Values.Sum();
    }

    private static void CheckFacts(CaseFacts facts, IReadOnlyList<DocumentReceipt> documents, List<string> faults)
    {
        var held = facts.AllRows.GroupBy(r => r.Document).ToDictionary(g => g.Key, g => g.LongCount());
        foreach (var d in documents)
        {
            Count(held.GetValueOrDefault(d.Document.Hash), d.Facts, $"facts of {d.Document.Name} ({d.Document.Hash.Short(12)})", faults);
        }

        Strangers(held.Keys, documents, "facts", faults);
    }

    private static void Strangers(IEnumerable<Sha256> held, IReadOnlyList<DocumentReceipt> documents, string what, List<string> faults)
    {
        var known = documents.Select(d => d.Document.Hash).ToHashSet();
        faults.AddRange(held.Where(h => !known.Contains(h)).Order().Select(h => $"The case has {what} of a document {h.Short(12)} that no load brought."));
    }

    private static void Count(long held, long said, string what, List<string> faults)
    {
        if (held != said)
        {
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"The case has {held} of {said} {what}."));
        }
    }
}
