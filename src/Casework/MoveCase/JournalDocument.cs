using System.Text.Json.Serialization;
using FinInvest.Graph.Store;

namespace FinInvest.Graph.Casework.MoveCase;

/// <summary>One file of a load as a bundle tells it.</summary>
/// <param name="AlreadyHeld">The case held it before this load; then it brought nothing.</param>
/// <param name="Expunged">A court's order took it out: nothing of it but its hash is carried.</param>
public sealed record JournalDocument(string Sha256, string Name, long Bytes, string Partner, string Mapping, bool AlreadyHeld, long Postings, long Facts, long Rejects,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Expunged = false)
{
    /// <summary>It brought content, which is carried.</summary>
    internal bool IsCarried => !AlreadyHeld && !Expunged;

    internal Model.Values.Sha256 Hash => new(Sha256);
    internal SourceDocument Document => new(Hash, Name, Bytes, Partner, Mapping);

    internal static JournalDocument Of(DocumentReceipt r) =>
        new(r.Document.Hash.Hex, r.Document.Name, r.Document.Bytes, r.Document.Partner, r.Document.Mapping, r.AlreadyHeld, r.Postings, r.Facts, r.Rejects, r.IsExpunged);

    /// <summary>Names of the entries that belong to it, in their order.</summary>
    internal IEnumerable<string> Entries()
    {
        if (!IsCarried)
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
