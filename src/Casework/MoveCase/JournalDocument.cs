using FinInvest.Graph.Store;

namespace FinInvest.Graph.Casework.MoveCase;

/// <summary>One file of a load as a bundle tells it.</summary>
/// <param name="AlreadyHeld">The case held it before this load; then it brought nothing.</param>
public sealed record JournalDocument(string Sha256, string Name, long Bytes, string Partner, string Mapping, bool AlreadyHeld, long Postings, long Facts, long Rejects)
{
    internal Model.Values.Sha256 Hash => new(Sha256);
    internal SourceDocument Document => new(Hash, Name, Bytes, Partner, Mapping);

    internal static JournalDocument Of(DocumentReceipt r) =>
        new(r.Document.Hash.Hex, r.Document.Name, r.Document.Bytes, r.Document.Partner, r.Document.Mapping, r.AlreadyHeld, r.Postings, r.Facts, r.Rejects);

    /// <summary>Names of the entries that belong to it, in their order.</summary>
    internal IEnumerable<string> Entries()
    {
        if (AlreadyHeld)
        {
            yield break;
        }

        foreach (var (part, lines) in new[] { (BundleLayout.Postings, Postings), (BundleLayout.Facts, Facts), (BundleLayout.Rejects, Rejects) })
        {
            if (lines > 0)
            {
                yield return BundleLayout.Of(Hash, part);
            }
        }

        yield return BundleLayout.Of(Hash, BundleLayout.Original);
    }
}
