using System.Security.Cryptography;
using System.Text.Json;
using FinInvest.Graph.Casework.Versions;
using FinInvest.Graph.Store;

namespace FinInvest.Graph.Casework.MoveCase;

/// <summary>The use case "carry a whole case": writes all a case holds at its version into one bundle, from whatever store keeps it.</summary>
public static class CaseExport
{
    /// <param name="path">Must not exist; it comes into being whole, readable by its owner alone.</param>
    /// <param name="at">A version the case had; null = as of now.</param>
    /// <exception cref="ArgumentException">There is such a file or folder already, or the case never had this version.</exception>
    /// <exception cref="CaseRefusalException">Rows of this version were expunged since.</exception>
    /// <exception cref="InvalidDataException">The store or the vault does not hold what its journal says.</exception>
    public static async Task<CaseBundle> WriteAsync(ICaseGraph graph, IVault vault, string path, CancellationToken ct, CaseVersion? at = null)
    {
        if (Path.Exists(path))
        {
            throw new ArgumentException($"There is already something at '{path}': name a new file.");
        }

        var version = await CaseVersions.ResolveAsync(graph, at, ct);
        var part = path + ".part";
        try
        {
            await using var file = PrivateFile.Create(part);
            await using var spool = PrivateFile.Passing(path + ".spool");
            var made = await WriteAsync(graph, vault, version, file, spool, ct);
            file.Flush(flushToDisk: true);
            file.Position = 0;
            var bundle = made with { Hash = new Sha256(Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct))), Bytes = file.Length };
            await file.DisposeAsync();
            File.Move(part, path);
            return bundle;
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }

    private static async Task<CaseBundle> WriteAsync(ICaseGraph graph, IVault vault, CaseVersion version, Stream file, Stream spool, CancellationToken ct)
    {
        var facts = await graph.FactsAsync(version, ct);
        var loads = (await graph.LoadsAsync(version, ct)).Select(JournalLine.Of).ToList();
        var rejects = await graph.RejectsAsync(version, ct);
        using var archive = new BundleWriter(file, spool);
        var bodies = facts.Decisions.Select(DecisionChain.Encode).ToList();
        var head = bodies.Aggregate(DecisionChain.Start, DecisionChain.Link);
        archive.Add(BundleLayout.Head, JsonSerializer.SerializeToUtf8Bytes(new BundleHead(BundleLayout.Schema, BundleLayout.Layout, version.ToString(), head.Hex), BundleJson.Plain.BundleHead));
        archive.AddLines(BundleLayout.Journal, loads, (json, l) => JsonSerializer.Serialize(json, l, BundleJson.Plain.JournalLine));
        archive.AddLines(BundleLayout.Decisions, bodies, (json, b) => json.WriteRawValue(b, skipInputValidation: true));
        var rows = facts.AllRows.ToLookup(r => r.Document);
        var made = new CaseBundle(version, default, 0, 0, 0, 0, 0, bodies.Count);
        await using var pages = new DocumentPages(graph.PostingsAsync(LedgerRequest.WholeCase(version) with { WithTexts = true }, ct));
        var reject = 0;
        foreach (var document in loads.SelectMany(l => l.Documents).Where(d => d.IsCarried))
        {
            ct.ThrowIfCancellationRequested();
            Demand(await pages.WriteAsync(document.Hash, archive), document.Postings, "postings", document);
            IReadOnlyList<FactRow> its = [.. rows[document.Hash].OrderBy(r => r.Row).ThenBy(r => FactCodec.KindOf(r.Fact), StringComparer.Ordinal)];
            Demand(its.Count, document.Facts, "facts", document);
            archive.AddLines(BundleLayout.Of(document.Hash, BundleLayout.Facts), its, WriteFact);
            Demand(Math.Min(rejects.Count - reject, document.Rejects), document.Rejects, "rejects", document);
            archive.AddLines(BundleLayout.Of(document.Hash, BundleLayout.Rejects), [.. rejects.Skip(reject).Take((int)document.Rejects)], (json, r) => JsonSerializer.Serialize(json, r, BundleJson.Plain.Reject));
            reject += (int)document.Rejects;
            await AddOriginalAsync(archive, vault, document, ct);
            made = made with { Documents = made.Documents + 1, Postings = made.Postings + document.Postings, Facts = made.Facts + document.Facts, Rejects = made.Rejects + document.Rejects };
        }

        archive.End();
        return made;
    }

    private static void WriteFact(Utf8JsonWriter json, FactRow row)
    {
        json.WriteStartObject();
        json.WriteNumber("row", row.Row);
        json.WriteString("kind", FactCodec.KindOf(row.Fact));
        json.WritePropertyName("body");
        json.WriteRawValue(FactCodec.Encode(row.Fact), skipInputValidation: true);
        json.WriteEndObject();
    }

    /// <summary>The bytes from the vault, proved to be those that were loaded.</summary>
    private static async Task AddOriginalAsync(BundleWriter archive, IVault vault, JournalDocument document, CancellationToken ct)
    {
        await using var original = await vault.OpenAsync(document.Hash, ct);
        var hash = archive.Add(BundleLayout.Of(document.Hash, BundleLayout.Original), original);
        if (hash != document.Hash.Hex)
        {
            throw new InvalidDataException($"The vault's file {document.Hash.Short(12)} ({document.Name}) is not what was loaded: its SHA-256 is {hash[..12]}. Put the right file there, or restore the case from a backup.");
        }
    }

    private static void Demand(long found, long said, string what, JournalDocument document)
    {
        if (found != said)
        {
            throw new InvalidDataException($"The case gives {found} of {said} {what} of {document.Name} ({document.Hash.Short(12)}): it changed while it was read, or it is damaged. Nothing was written; try again.");
        }
    }
}
