using System.Globalization;
using FinInvest.Graph.Store.Publishing;

namespace FinInvest.Graph.Casework.Publish;

/// <summary>
/// Items of evidence and graded documents, on whom they rest, who handed them over, which request they answer, and what they support or contradict.
/// All items are here whatever they may be used for; each says what it may be used for.
/// </summary>
internal static class EvidenceFacts
{
    private const int HashDigitsMin = 6;

    public static void Add(FactGraph graph)
    {
        foreach (var s in graph.Facts.All<RootSource>())
        {
            graph.Node("RootSource", s.Id, ("name", s.Name), ("reliability", s.Reliability), ("country", s.Country));
        }

        AddItems(graph);
        AddGrades(graph);
        foreach (var e in graph.Facts.All<Explanation>())
        {
            graph.Link("EXPLAINS", graph.Node("Explanation", e.Id, ("text", e.Text), ("status", e.Status), ("item", e.Item)), graph.Node("Asset", e.Asset, ("name", e.Asset), ("described", false)));
        }

        foreach (var f in graph.Facts.All<RecordedFact>())
        {
            var node = graph.Node("RecordedFact", f.Id, ("gate", f.Gate), ("subject", f.Subject), ("answer", f.Answer), ("value", f.Value), ("item", f.Item), ("text", f.Text));
            foreach (var label in new[] { "Party", "Asset" }.Where(l => graph.Has(l, f.Subject)))
            {
                graph.Link("ABOUT", node, PublishedEnd.Node(label, f.Subject));
            }
        }
    }

    private static void AddItems(FactGraph graph)
    {
        var statements = Used(graph.Ledger).SelectMany(s => new[] { (Name: s.Id, s), (Name: $"{s.Document.Short()}/{s.Id}", s) }).ToLookup(x => x.Name, x => x.s, StringComparer.Ordinal);
        var listed = graph.Case.Statements.ToLookup(s => s.Statement, StringComparer.Ordinal);
        foreach (var e in graph.Facts.All<EvidenceItem>())
        {
            var item = graph.Node("Evidence", "item " + e.Id, ("item", e.Id), ("text", e.Text), ("credibility", e.Credibility), ("permissions", e.Permissions), ("permissionExpires", e.PermissionExpires),
                ("formChecks", e.FormChecks), ("formDefects", e.FormDefects), ("supports", e.Supports), ("contradicts", e.Contradicts), ("confirmedBy", e.ConfirmedBy));
            Tie(graph, item, e.RootSource, e.Partner, e.Request, e.Document);
            foreach (var (type, names) in new[] { ("SUPPORTS", e.Supports), ("CONTRADICTS", e.Contradicts) })
            {
                foreach (var name in names)
                {
                    foreach (var end in Ends(graph, name, statements, listed))
                    {
                        graph.Link(type, item, end, ("fact", name));
                    }
                }
            }
        }
    }

    /// <summary>Statements that a row points to; a ledger may list others.</summary>
    private static IEnumerable<LedgerStatement> Used(Ledger ledger)
    {
        var used = new bool[ledger.Statements.Count];
        foreach (var statement in ledger.Columns.RowStatement)
        {
            used[statement] = true;
        }

        return ledger.Statements.Where((_, s) => used[s]);
    }

    private static void AddGrades(FactGraph graph)
    {
        var handed = new HashSet<Sha256>();
        foreach (var g in graph.Facts.All<DocumentGrade>())
        {
            var item = graph.Node("Evidence", "document " + g.Id, ("item", g.Id), ("text", g.Text), ("grade", g.Grade), ("permissions", g.Permissions), ("permissionExpires", g.PermissionExpires),
                ("formChecks", g.FormChecks), ("formDefects", g.FormDefects), ("confirmedBy", g.ConfirmedBy));
            Tie(graph, item, g.RootSource, g.Partner, g.Request, "");
            foreach (var d in Named(graph, g.Document))
            {
                graph.Link("GRADES", item, PublishedEnd.OfDocument(d.Hash));
                if (g.Partner.Length > 0 && handed.Add(d.Hash))
                {
                    graph.Link("HANDED_OVER_BY", PublishedEnd.OfDocument(d.Hash), graph.Node("Partner", g.Partner));
                }
            }
        }

        foreach (var d in graph.Facts.Documents.Where(d => d.Partner.Length > 0 && handed.Add(d.Hash)))
        {
            graph.Link("HANDED_OVER_BY", PublishedEnd.OfDocument(d.Hash), graph.Node("Partner", d.Partner));
        }
    }

    private static void Tie(FactGraph graph, PublishedEnd item, string rootSource, string partner, string request, string document)
    {
        foreach (var (type, label, key) in new[] { ("RESTS_ON", "RootSource", rootSource), ("HANDED_OVER_BY", "Partner", partner), ("ANSWERS", "Request", request) }.Where(t => t.Item3.Length > 0))
        {
            graph.Link(type, item, graph.Node(label, key));
        }

        foreach (var d in Named(graph, document))
        {
            graph.Link("READ_IN", item, PublishedEnd.OfDocument(d.Hash));
        }
    }

    private static IEnumerable<SourceDocument> Named(FactGraph graph, string typed) => typed.Length == 0 ? []
        : graph.Facts.Documents.Where(d => d.Name == typed || (typed.Length >= HashDigitsMin && d.Hash.Hex.StartsWith(typed, StringComparison.OrdinalIgnoreCase)));

    /// <summary>What the name of a fact leads to; nothing where it stands for all facts of a kind (the item keeps the names as they are written).</summary>
    private static IEnumerable<PublishedEnd> Ends(FactGraph graph, string name, ILookup<string, LedgerStatement> statements, ILookup<string, StatementCheck> listed)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        var (kind, subject) = colon < 0 ? ("", "") : (name[..colon], name[(colon + 1)..]);
        var slash = subject.LastIndexOf('/');
        return kind switch
        {
            "act" when graph.Has("Act", subject) => [PublishedEnd.Node("Act", subject)],
            "holder" when graph.HasAccount(subject) => [PublishedEnd.Account(subject)],
            "holderx" or "value" when graph.Has("Asset", subject) => [PublishedEnd.Node("Asset", subject)],
            "statement" => listed[subject].Select(s => PublishedEnd.Node("Statement", MoneyFacts.StatementKey(s))),
            "proceeds" or "transfer" or "link" when slash > 0 && int.TryParse(subject[(slash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var row) =>
                statements[subject[..slash]].Select(s => PublishedEnd.OfRow(new RowKey(s.Document, s.Id, row))),
            _ => [],
        };
    }
}
