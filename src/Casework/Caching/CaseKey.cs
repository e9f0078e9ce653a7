using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FinInvest.Graph.Reconcile;
using FinInvest.Graph.Store;

namespace FinInvest.Graph.Casework.Caching;

/// <summary>
/// The key of a case's cache entry: what came in (each document with its name, sender and mapping), the chain of decisions, and the program that derives.
/// The version alone would not do: a case restored from a backup and carried on reaches a version it had before with other content.
/// </summary>
internal static class CaseKey
{
    /// <summary>Changes whenever the code that derives changes: the compiler gives equal code equal ids.</summary>
    private static readonly string Program = string.Join('-', new[] { typeof(Ledger), typeof(LedgerBuilder), typeof(FactCodec), typeof(CaseKey) }.Select(t => t.Module.ModuleVersionId));

    public static async ValueTask<CacheKey> OfAsync(ICaseGraph graph, CaseVersion at, CancellationToken ct)
    {
        var text = new StringBuilder();
        Line(text, "fininvest", OpenedCase.Layout, Program, BitConverter.IsLittleEndian, at, (await graph.DecisionHeadAsync(at, ct)).Hex);
        foreach (var load in await graph.LoadsAsync(at, ct))
        {
            Line(text, load.Load);
            foreach (var d in load.Documents.Where(d => !d.AlreadyHeld))
            {
                Line(text, d.Document.Hash.Hex, d.Document.Name, d.Document.Bytes, d.Document.Partner, d.Document.Mapping, d.Postings, d.Facts, d.Rejects);
            }
        }

        return new CacheKey(at, new Sha256(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))));
    }

    /// <summary>Each value with its length before it, so that no two lists of values make one line.</summary>
    private static void Line(StringBuilder text, params ReadOnlySpan<object> values)
    {
        foreach (var value in values)
        {
            var shown = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
            text.Append(CultureInfo.InvariantCulture, $"{shown.Length}:{shown},");
        }

        text.Append('\n');
    }
}
