using FinInvest.Graph.Store;

namespace FinInvest.Graph.Casework.Caching;

/// <summary>Facts, documents and decisions in a cache entry: each kind of fact is read when it is asked for.</summary>
internal static class FactSections
{
    public static void Write(CaseFacts facts, EntrySections to)
    {
        Documents(facts.Documents, to);
        to.List(facts.Decisions, (w, d) => w.Text(DecisionChain.Encode(d)));
        to.Contents.Number(facts.ByKind.Count());
        foreach (var (type, rows) in facts.ByKind)
        {
            to.Contents.Text(type.Name);
            to.List(rows, (w, f) =>
            {
                w.Text(FactCodec.Encode(f.Fact));
                w.Text(f.Document.Hex);
                w.Number(f.Row);
                w.Number(f.Load);
            });
        }
    }

    public static CaseFacts Read(CaseVersion version, EntryReader from)
    {
        var documents = Documents(from);
        var decisions = from.List(r => DecisionChain.Decode(r.Text()));
        var kinds = new KeyValuePair<Type, IReadOnlyList<FactRow>>[from.Contents.Int()];
        for (var k = 0; k < kinds.Length; k++)
        {
            var kind = from.Contents.Text();
            kinds[k] = new(FactCodec.TypeOf(kind), from.List(r => new FactRow(FactCodec.Decode(kind, r.Text()), new Sha256(r.Text()), r.Int(), r.Number())));
        }

        return CaseFacts.OfKinds(kinds, documents, decisions, version);
    }

    public static void Documents(IReadOnlyList<SourceDocument> documents, EntrySections to) => to.List(documents, (w, d) =>
    {
        w.Text(d.Hash.Hex);
        w.Text(d.Name);
        w.Number(d.Bytes);
        w.Text(d.Partner);
        w.Text(d.Mapping);
    });

    public static IReadOnlyList<SourceDocument> Documents(EntryReader from) => from.List(r => new SourceDocument(new Sha256(r.Text()), r.Text(), r.Number(), r.Text(), r.Text()));
}
