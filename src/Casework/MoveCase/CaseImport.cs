using System.Text.Json;
using FinInvest.Graph.Store;

namespace FinInvest.Graph.Casework.MoveCase;

/// <summary>
/// The use case "take over a whole case": makes every load and every decision of a bundle again, in the order they were made, so that the new case has the same versions,
/// rows, journal and chain. Each load is all or nothing; an import that was broken off goes on where it stopped.
/// </summary>
public sealed class CaseImport(ICaseGraph graph, IVault vault)
{
    private const int FactsAtOnce = 4_096;

    /// <exception cref="CaseRefusalException">The case holds something else than the beginning of this bundle, or the bundle's rows are not those it counts.</exception>
    public async Task<CaseVersion> LoadAsync(BundleArchive bundle, CancellationToken ct)
    {
        var at = await HeldAsync(bundle, ct);
        try
        {
            foreach (var load in bundle.Loads.Skip((int)at.Loads))
            {
                at = await DecideAsync(bundle, at, load.Decisions, ct);
                at = await LoadAsync(bundle, load, ct);
            }

            at = await DecideAsync(bundle, at, bundle.Decisions.Count, ct);
        }
        catch (Exception e) when (e is JsonException or InvalidDataException)
        {
            throw new CaseRefusalException($"This bundle was not loaded to its end: {e.Message} The case holds what came before, at version {await graph.VersionAsync(ct)}; remove it.");
        }

        var chain = await graph.VerifyChainAsync(ct);
        return chain.IsWhole && chain.Head == bundle.Chain && at == bundle.Version ? at
            : throw new InvalidOperationException($"After the import the case is at version {at} with chain {chain.Head.Short(12)}; the bundle states {bundle.Version} and {bundle.Chain.Short(12)}.");
    }

    /// <summary>What of the bundle the case holds already: nothing, or what an import that was broken off left.</summary>
    private async Task<CaseVersion> HeldAsync(BundleArchive bundle, CancellationToken ct)
    {
        var at = await graph.VersionAsync(ct);
        var loads = await graph.LoadsAsync(at, ct);
        var decisions = (await graph.FactsAsync(at, ct)).Decisions;
        var isBeginning = at.Loads <= bundle.Version.Loads && at.Decisions <= bundle.Version.Decisions && loads.Zip(bundle.Loads).All(x => x.Second.Fits(x.First))
            && decisions.SequenceEqual(bundle.Decisions.Take(decisions.Count));
        return isBeginning ? at : throw new CaseRefusalException($"The case holds records already (version {at}), and a bundle is a whole case: load it into a new workspace (-w).");
    }

    private async Task<CaseVersion> DecideAsync(BundleArchive bundle, CaseVersion at, long upTo, CancellationToken ct) => upTo <= at.Decisions ? at
        : await graph.DecideAsync([.. bundle.Decisions.Skip((int)at.Decisions).Take((int)(upTo - at.Decisions))], at, ct);

    private async Task<CaseVersion> LoadAsync(BundleArchive bundle, JournalLine line, CancellationToken ct)
    {
        await using var load = await graph.BeginLoadAsync(ct);
        foreach (var document in line.Documents)
        {
            if (document.Expunged)
            {
                await load.AppendTombstoneAsync(document.Hash, ct);
                continue;
            }

            if (!document.AlreadyHeld)
            {
                await using var original = bundle.Entry(BundleLayout.Of(document.Hash, BundleLayout.Original));
                Demand(await vault.PutAsync(original, ct) == document.Hash, document, "its file");
            }

            Demand(await load.BeginDocumentAsync(document.Document, ct) != document.AlreadyHeld, document, "what the case holds");
            if (!document.AlreadyHeld)
            {
                Demand(await AppendPostingsAsync(load, bundle, document, ct) == document.Postings, document, "its postings");
                Demand(await AppendFactsAsync(load, bundle, document, ct) == document.Facts, document, "its facts");
                Demand(await AppendRejectsAsync(load, bundle, document, ct) == document.Rejects, document, "its rejects");
            }
        }

        var receipt = await load.CommitAsync(ct);
        return line.Fits(receipt) ? receipt.Version : throw new InvalidOperationException($"Load {line.Load} of the bundle came out as another one at version {receipt.Version}.");
    }

    private static async Task<long> AppendPostingsAsync(ILoad load, BundleArchive bundle, JournalDocument document, CancellationToken ct)
    {
        var name = BundleLayout.Of(document.Hash, BundleLayout.Postings);
        if (!bundle.Has(name))
        {
            return 0;
        }

        var accounts = new NameList(int.MaxValue, "");
        var statements = new NameList(int.MaxValue);
        var currencies = new NameList(byte.MaxValue + 1);
        var left = document.Postings;
        var rows = 0L;
        PostingPage? page = null;
        var filled = 0;
        foreach (var line in LineReader.Read(bundle.Entry(name)))
        {
            Demand(left-- > 0, document, "its postings");
            page ??= PostingPage.Allocate(document.Hash, accounts.Names, statements.Names, currencies.Names, (int)Math.Min(left + 1, PostingPage.RowsMax));
            PostingLines.Read(line.Span, page, filled++, accounts, statements, currencies);
            if (filled == page.Count)
            {
                await load.AppendAsync(page, ct);
                rows += filled;
                (page, filled) = (null, 0);
            }
        }

        return rows;
    }

    private static async Task<long> AppendFactsAsync(ILoad load, BundleArchive bundle, JournalDocument document, CancellationToken ct)
    {
        var rows = 0L;
        var name = BundleLayout.Of(document.Hash, BundleLayout.Facts);
        foreach (var chunk in (bundle.Has(name) ? LineReader.Read(bundle.Entry(name)) : []).Select(Fact).Chunk(FactsAtOnce))
        {
            await load.AppendAsync(chunk, ct);
            rows += chunk.Length;
        }

        return rows;

        FactRow Fact(ReadOnlyMemory<byte> line)
        {
            var fact = JsonSerializer.Deserialize(line.Span, BundleJson.Plain.FactLine)!;
            return new FactRow(FactCodec.Decode(fact.Kind, fact.Body.GetRawText()), document.Hash, fact.Row);
        }
    }

    private static async Task<long> AppendRejectsAsync(ILoad load, BundleArchive bundle, JournalDocument document, CancellationToken ct)
    {
        var rows = 0L;
        var name = BundleLayout.Of(document.Hash, BundleLayout.Rejects);
        foreach (var chunk in (bundle.Has(name) ? LineReader.Read(bundle.Entry(name)) : []).Select(l => JsonSerializer.Deserialize(l.Span, BundleJson.Plain.Reject)!).Chunk(FactsAtOnce))
        {
            await load.AppendAsync(chunk, ct);
            rows += chunk.Length;
        }

        return rows;
    }

    private static void Demand(bool holds, JournalDocument document, string what)
    {
        if (!holds)
        {
            throw new InvalidDataException($"document {document.Hash.Short(12)} is not as its journal says: {what} differ.");
        }
    }
}
