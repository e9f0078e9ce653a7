namespace FinInvest.Graph.Assess.Support;

/// <summary>b of definitions H3: an element of this kind holds.</summary>
internal sealed class ElementHolds(int kind) : Proposition
{
    public override IEnumerable<int> Kinds(LinkModel model) => [kind];

    public override Truth Judge(EvidenceState state) => state.ElementHolds(kind);
}
