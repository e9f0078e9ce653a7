using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FinInvest.Graph.Store;

namespace FinInvest.Graph.Casework.Replica;

/// <summary>
/// The keys of row segments: for each load what came in up to it, each document by its hash, its mapping and its number of rows. A document that was expunged changes every key from its load on,
/// so that no segment that held its rows is ever opened again.
/// </summary>
internal static class RowKeys
{
    /// <summary>Raised when the bytes of a segment change their meaning.</summary>
    private const int Layout = 1;

    /// <summary>The key at each load of the journal, in its order.</summary>
    public static CacheKey[] OfLoads(IReadOnlyList<LoadReceipt> loads)
    {
        var keys = new CacheKey[loads.Count];
        var before = string.Create(CultureInfo.InvariantCulture, $"fininvest rows {Layout} {BitConverter.IsLittleEndian}");
        for (var i = 0; i < keys.Length; i++)
        {
            var text = new StringBuilder(before).Append(CultureInfo.InvariantCulture, $"\n{loads[i].Load}");
            foreach (var d in Held(loads[i]))
            {
                text.Append(CultureInfo.InvariantCulture, $"\n{d.Document.Hash.Hex} {d.Postings} {d.Document.Mapping.Length} {d.Document.Mapping}");
            }

            before = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
            keys[i] = new CacheKey(new CaseVersion(loads[i].Load, 0), new Sha256(before));
        }

        return keys;
    }

    /// <summary>Rows that a load brought and that the case still has.</summary>
    public static long Rows(LoadReceipt load) => Held(load).Sum(d => d.Postings);

    private static IEnumerable<DocumentReceipt> Held(LoadReceipt load) => load.Documents.Where(d => !d.AlreadyHeld);
}
