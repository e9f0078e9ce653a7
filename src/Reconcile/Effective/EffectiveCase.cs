using System.Globalization;
using FinInvest.Graph.Reconcile.Legs;
using FinInvest.Graph.Reconcile.Registers;

namespace FinInvest.Graph.Reconcile.Effective;

/// <summary>The case after its decisions: excluded documents with all they hold are gone, named proceeds and assets are facts.</summary>
internal sealed class EffectiveCase
{
    private readonly List<Decision> standing;

    private EffectiveCase(CaseFacts facts, IReadOnlySet<Sha256> excluded, List<Decision> standing)
    {
        Facts = facts;
        Excluded = excluded;
        this.standing = standing;
    }

    public CaseFacts Facts { get; }
    public IReadOnlySet<Sha256> Excluded { get; }

    public static EffectiveCase Decide(CaseFacts facts, List<Refusal> refused)
    {
        var replaced = facts.Decisions.Where(d => d.Replaces > 0).Select(d => d.Replaces).ToHashSet();
        var standing = facts.Decisions.Where(d => d.Number == 0 || !replaced.Contains(d.Number)).OrderBy(d => d.Number).ToList();
        var excluded = ExcludedDocuments.Find(facts.Documents, standing, refused);
        var expunged = new ExpungedDocuments(facts.Decisions);
        var rows = facts.AllRows.Where(r => !excluded.Contains(r.Document) && !RestsOn(r.Fact, facts.Documents, excluded, expunged));
        var added = standing.Select((d, i) => (Row: DecidedFact(d, facts), Order: i)).Where(d => d.Row is not null).Select(d => d.Row!);
        var kept = FactVersions.Choose(rows, refused).Concat(added);
        var documents = facts.Documents.Where(d => !excluded.Contains(d.Hash)).ToList();
        return new EffectiveCase(new CaseFacts(kept, documents, facts.Decisions, facts.Version), excluded, standing);
    }

    /// <summary>Pairings that a person confirmed or rejected; the last word on a pair counts.</summary>
    public PairingDecisions Pairings(RowFinder rows, List<Refusal> refused)
    {
        var words = new Dictionary<(int, int), string>();
        foreach (var d in standing.Where(d => d.Kind == DecisionKinds.Pairing))
        {
            var sides = d.Subject.Split('=', StringSplitOptions.TrimEntries);
            if (sides.Length != 2)
            {
                refused.Add(new Refusal("PAIR_NOT_READ", d.Subject, "A pairing is written ROW=ROW: the debit's row, then the credit's."));
                continue;
            }

            var legs = sides.Select(s => (Found: rows.Legs(new RowReference(s), out var code, out var sentence), code, sentence)).ToList();
            foreach (var (_, code, sentence) in legs.Where(l => l.Found.Count != 1))
            {
                refused.Add(new Refusal(code, d.Subject, sentence));
            }

            if (legs.TrueForAll(l => l.Found.Count == 1))
            {
                words[rows.DebitFirst(legs[0].Found[0], legs[1].Found[0])] = d.Value;
            }
        }

        return new PairingDecisions([.. words.Where(w => w.Value == "confirm").Select(w => w.Key)],
            words.Where(w => w.Value == "reject").Select(w => w.Key).ToHashSet());
    }

    /// <summary>An item or a grade that speaks of an excluded or expunged document falls with it.</summary>
    private static bool RestsOn(IFact fact, IReadOnlyList<SourceDocument> documents, IReadOnlySet<Sha256> excluded, ExpungedDocuments expunged)
    {
        var named = fact switch { EvidenceItem i => i.Document, DocumentGrade g => g.Document, _ => "" };
        return named.Length > 0 && ((excluded.Count > 0 && documents.Any(d => excluded.Contains(d.Hash) && ExcludedDocuments.Names(named, d)))
            || (expunged.IsNamed(named) && !documents.Any(d => ExcludedDocuments.Names(named, d))));
    }

    private static FactRow? DecidedFact(Decision d, CaseFacts facts)
    {
        var id = "decision:" + d.Number.ToString("d9", CultureInfo.InvariantCulture);
        var (subject, amount) = SplitAmount(d.Value);
        IFact? fact = d.Kind switch
        {
            DecisionKinds.Proceeds when facts.All<Episode>().Any(e => e.Id == d.Value) => new Proceeds(id, d.Value, new RowReference(d.Subject)),
            DecisionKinds.Proceeds => new Proceeds(id, subject, new RowReference(d.Subject), amount),
            DecisionKinds.Asset => CostLineOf(id, d),
            _ => null,
        };
        return fact is null ? null : new FactRow(fact, new Sha256(""), (int)d.Number);
    }

    private static (string Subject, long? Minor) SplitAmount(string value)
    {
        var space = value.LastIndexOf(' ');
        return space > 0 && long.TryParse(value.AsSpan(space + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var minor) ? (value[..space], minor) : (value, null);
    }

    /// <summary>"asset", "asset#1" or "asset#1 tax".</summary>
    private static CostLine CostLineOf(string id, Decision d)
    {
        var words = d.Value.Split(' ', 2, StringSplitOptions.TrimEntries);
        var hash = words[0].LastIndexOf('#');
        var numbered = int.TryParse(words[0].AsSpan(hash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var acquisition) && hash > 0;
        return new CostLine(id, numbered ? words[0][..hash] : words[0], numbered ? acquisition : 0, words.Length > 1 ? words[1] : "price", new RowReference(d.Subject));
    }
}
