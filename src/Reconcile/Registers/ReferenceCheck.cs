using System.Globalization;

namespace FinInvest.Graph.Reconcile.Registers;

/// <summary>
/// Ids that a fact names and no file of the case describes. They hinder no row, but an answer that lacks a name, a source or a holder must say so.
/// Rows that proceeds and cost lines name are tied, and refused, where the register is made.
/// </summary>
public static class ReferenceCheck
{
    private const int NamersShownMax = 3;
    private static readonly string[] Gates = ["OC-5", "CG-1", "CG-2", "CG-3", "request-list"];

    /// <param name="loaded">Everything the case holds: what an excluded document describes is known all the same.</param>
    public static IReadOnlyList<Refusal> Find(CaseFacts loaded, Reconciliation reconciliation)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        ArgumentNullException.ThrowIfNull(reconciliation);
        var known = new KnownIds(loaded, reconciliation.Ledger);
        var named = new SortedDictionary<(string Code, string Id), List<string>>();
        Registers(reconciliation.Facts, known, Miss);
        Evidence(reconciliation.Facts, known, Miss);
        var found = named.Select(n => new Refusal(n.Key.Code, n.Key.Id, Sentence(n.Key.Code, n.Key.Id, n.Value))).ToList();
        var headers = reconciliation.Facts.All<CaseHeader>().Select(h => h.Id).Distinct(StringComparer.Ordinal).ToList();
        if (headers.Count > 1)
        {
            found.Add(new Refusal("CASE_TWICE", headers[1], $"The case is described {headers.Count} times ({string.Join(", ", headers)}): {headers[0]} counts. Exclude the document that is wrong."));
        }

        return found;

        void Miss(string code, string id, string by)
        {
            if (!named.TryGetValue((code, id), out var namers))
            {
                named[(code, id)] = namers = [];
            }

            namers.Add(by);
        }
    }

    private static void Registers(CaseFacts facts, KnownIds known, Action<string, string, string> miss)
    {
        void Party(string id, string by) => Check(id.Length == 0 || known.Parties.Contains(id), "PARTY_NOT_FOUND", id, by);
        void Check(bool holds, string code, string id, string by)
        {
            if (!holds)
            {
                miss(code, id, by);
            }
        }

        foreach (var e in facts.All<Episode>())
        {
            Check(known.Acts.Contains(e.Act), "ACT_NOT_FOUND", e.Act, "episode " + e.Id);
            Party(e.Victim, "episode " + e.Id);
        }

        foreach (var h in facts.All<AccountHolder>())
        {
            Check(known.Accounts.Contains(h.Account), "ACCOUNT_NOT_FOUND", h.Account, "holder " + h.Id);
            Party(h.Party, "holder " + h.Id);
        }

        foreach (var i in facts.All<OwnershipInterest>())
        {
            Party(i.Owner, "interest " + i.Id);
            Check(known.Thing(i.Target), "PARTY_NOT_FOUND", i.Target, "interest " + i.Id);
        }

        foreach (var r in facts.All<Relation>())
        {
            Party(r.From, "relation " + r.Id);
            Party(r.To, "relation " + r.Id);
        }

        foreach (var a in facts.All<Asset>())
        {
            Party(a.Holder, "asset " + a.Id);
        }

        foreach (var x in facts.All<Explanation>())
        {
            Check(known.Assets.Contains(x.Asset), "ASSET_NOT_FOUND", x.Asset, "explanation " + x.Id);
            Check(x.Item.Length == 0 || known.Items.Contains(x.Item), "ITEM_NOT_FOUND", x.Item, "explanation " + x.Id);
        }

        foreach (var f in facts.All<RecordedFact>())
        {
            Check(Gates.Contains(f.Gate, StringComparer.Ordinal), "GATE_NOT_FOUND", f.Gate, "recorded fact " + f.Id);
            Check(f.Subject.Length == 0 || f.Subject.Contains(':', StringComparison.Ordinal) || known.Thing(f.Subject), "SUBJECT_NOT_FOUND", f.Subject, "recorded fact " + f.Id);
            Check(f.Item.Length == 0 || known.Items.Contains(f.Item), "ITEM_NOT_FOUND", f.Item, "recorded fact " + f.Id);
        }
    }

    private static void Evidence(CaseFacts facts, KnownIds known, Action<string, string, string> miss)
    {
        foreach (var g in facts.All<DocumentGrade>().Where(g => !known.Document(g.Document)))
        {
            miss("DOCUMENT_NOT_FOUND", g.Document, "grade " + g.Id);
        }

        foreach (var item in facts.All<EvidenceItem>())
        {
            if (!known.Sources.Contains(item.RootSource))
            {
                miss("SOURCE_NOT_FOUND", item.RootSource, "item " + item.Id);
            }

            foreach (var name in item.Supports.Concat(item.Contradicts).Where(n => !known.Element(n)))
            {
                miss("ELEMENT_NOT_FOUND", name, "item " + item.Id);
            }
        }
    }

    private static string Sentence(string code, string id, List<string> by)
    {
        var namers = string.Join(", ", by.Take(NamersShownMax)) + (by.Count > NamersShownMax ? string.Create(CultureInfo.InvariantCulture, $" ({NamersShownMax} of {by.Count})") : "");
        return code switch
        {
            "ACT_NOT_FOUND" => $"Act {id} is named by {namers} and described nowhere: add it to acts.csv.",
            "PARTY_NOT_FOUND" => $"Party {id} is named by {namers} and described nowhere: add it to parties.csv.",
            "ACCOUNT_NOT_FOUND" => $"Account {id} is named by {namers}; the case has no row of it: correct the id, or add it to accounts.csv.",
            "ASSET_NOT_FOUND" => $"Asset {id} is named by {namers}, which is not used: correct the id, or add it to assets.csv.",
            "ITEM_NOT_FOUND" => $"Item {id} is named by {namers} and described nowhere: correct the id, or add it to evidence.csv.",
            "GATE_NOT_FOUND" => $"{id} is no gate, so {namers} is not used. Gates: {string.Join(", ", Gates)}.",
            "SUBJECT_NOT_FOUND" => $"{id} is no party, account or asset of the case, so {namers} is not used: correct the id.",
            "DOCUMENT_NOT_FOUND" => $"{namers} is of document {id}, which the case does not hold: correct the file name, or load the document.",
            "SOURCE_NOT_FOUND" => $"Root source {id} is named by {namers} and described nowhere, so its reliability is not known: add it to sources.csv.",
            _ => $"{namers} speaks of {id}, which is nothing that the case holds and counts: correct the name (kind:name, e.g. act:A1, holder:ACCOUNT, link:ROW).",
        };
    }
}
