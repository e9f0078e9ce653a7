using System.Globalization;

namespace FinInvest.Graph.Trace.Ownership;

/// <summary>Facts as an answer cites them: the document and row each was read from, and what it states.</summary>
internal sealed class Citations(CaseFacts facts)
{
    private readonly Dictionary<Sha256, string> files = facts.Documents.DistinctBy(d => d.Hash).ToDictionary(d => d.Hash, d => d.Name);

    /// <summary>Cites each fact once, in the order of documents' names, then rows, then ids.</summary>
    public IReadOnlyList<CitedFact> Of(IEnumerable<FactRow> rows)
        => [.. rows.Select(Of).Distinct().OrderBy(c => c.File, StringComparer.Ordinal).ThenBy(c => c.Document.Hex, StringComparer.Ordinal).ThenBy(c => c.Row).ThenBy(c => c.Id, StringComparer.Ordinal)];

    private CitedFact Of(FactRow row) => new(row.Fact.Id, files.GetValueOrDefault(row.Document, row.Document.Short()), row.Document, row.Row, Says(row.Fact));

    private static string Says(IFact fact) => fact switch
    {
        OwnershipInterest { Kind: "control" } i => $"{i.Owner} controls {i.Target} by documented other means{Span(i.From, i.To)}",
        OwnershipInterest i => $"{i.Owner} holds {Percent(i.Share)} of {i.Target} ({(i.Direct ? "" : "indirect, ")}{i.Kind}){Span(i.From, i.To)}",
        AccountHolder h => $"{h.Party} is {h.Role} of {h.Account}{Span(h.From, h.To)}",
        Relation r => $"{r.From} and {r.To}: {(r.Text.Length > 0 ? $"{r.Kind}, {r.Text}" : r.Kind)}",
        Asset a => $"{a.Holder} is named as holder of {a.Id}",
        _ => fact.Id,
    };

    private static string Span(Day? from, Day? to) => (from, to) switch
    {
        (null, null) => "",
        ({ } f, null) => $" from {f}",
        (null, { } t) => $" until {t}",
        ({ } f, { } t) => $" from {f} until {t}",
    };

    private static string Percent(Share share)
    {
        static string One(decimal v) => (v * 100).ToString("0.####", CultureInfo.InvariantCulture);
        return share.IsExact ? One(share.Low) + " %" : $"{One(share.Low)} to {One(share.High)} %";
    }
}
