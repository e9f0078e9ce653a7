namespace FinInvest.Graph.Model.Ledgers;

/// <summary>All facts of a case at a version, by kind, in ordinal order of id: what the stages read beside postings.</summary>
public sealed class CaseFacts
{
    private readonly Dictionary<Type, IReadOnlyList<FactRow>> byType;

    /// <param name="rows">Facts in any order; the result does not depend on it.</param>
    public CaseFacts(IEnumerable<FactRow> rows, IReadOnlyList<SourceDocument> documents, IReadOnlyList<Decision> decisions, CaseVersion version)
    {
        byType = rows.GroupBy(r => r.Fact.GetType()).ToDictionary(g => g.Key,
            g => (IReadOnlyList<FactRow>)[.. g.OrderBy(r => r.Fact.Id, StringComparer.Ordinal).ThenBy(r => r.Document.Hex, StringComparer.Ordinal).ThenBy(r => r.Row)]);
        Documents = [.. documents.OrderBy(d => d.Hash.Hex, StringComparer.Ordinal)];
        Decisions = decisions;
        Version = version;
    }

    private CaseFacts(Dictionary<Type, IReadOnlyList<FactRow>> byType, IReadOnlyList<SourceDocument> documents, IReadOnlyList<Decision> decisions, CaseVersion version)
    {
        this.byType = byType;
        Documents = documents;
        Decisions = decisions;
        Version = version;
    }

    public IReadOnlyList<SourceDocument> Documents { get; }
    public IReadOnlyList<Decision> Decisions { get; }
    public CaseVersion Version { get; }

    /// <summary>Decisions of one kind that no other decision replaces, in the order in which they were taken.</summary>
    public IEnumerable<Decision> Standing(string kind)
    {
        var replaced = Decisions.Where(d => d.Replaces > 0).Select(d => d.Replaces).ToHashSet();
        return Decisions.Where(d => d.Kind == kind && (d.Number == 0 || !replaced.Contains(d.Number))).OrderBy(d => d.Number);
    }

    /// <summary>Facts as another instance held them, in lists that may read their facts only when they are asked for.</summary>
    /// <param name="byKind">From <see cref="ByKind"/>.</param>
    /// <param name="documents">In the order of <see cref="Documents"/>.</param>
    public static CaseFacts OfKinds(IEnumerable<KeyValuePair<Type, IReadOnlyList<FactRow>>> byKind, IReadOnlyList<SourceDocument> documents, IReadOnlyList<Decision> decisions,
        CaseVersion version) => new(new Dictionary<Type, IReadOnlyList<FactRow>>(byKind), documents, decisions, version);

    /// <summary>Facts of one kind with their provenance.</summary>
    public IReadOnlyList<FactRow> Rows<T>() where T : IFact => byType.GetValueOrDefault(typeof(T), []);

    public IEnumerable<T> All<T>() where T : IFact => Rows<T>().Select(r => (T)r.Fact);
    /// <summary>The facts of each kind there is, in the order of <see cref="AllRows"/>.</summary>
    public IEnumerable<KeyValuePair<Type, IReadOnlyList<FactRow>>> ByKind => byType;
    public IEnumerable<FactRow> AllRows => byType.Values.SelectMany(v => v);

    /// <summary>The header, or null where none was loaded.</summary>
    public CaseHeader? Header => All<CaseHeader>().FirstOrDefault();
}
