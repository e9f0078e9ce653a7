namespace FinInvest.Graph.Assess.Support;

/// <summary>b_h of definitions H7: all elements of a hop of this class hold together.</summary>
internal sealed class HopHolds(int hopClass) : Proposition
{
    public override IEnumerable<int> Kinds(LinkModel model) => model.ClassKinds[hopClass];

    public override Truth Judge(EvidenceState state) => state.ClassHolds(hopClass);
}
