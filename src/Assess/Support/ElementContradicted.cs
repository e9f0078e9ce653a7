namespace FinInvest.Graph.Assess.Support;

/// <summary>d of definitions H3: some unresolved contradiction of this kind of element holds.</summary>
internal sealed class ElementContradicted(int kind) : Proposition
{
    public override IEnumerable<int> Kinds(LinkModel model) => [kind];

    public override Truth Judge(EvidenceState state) => state.Contradicted(kind);
}
