namespace FinInvest.Graph.Assess.Support;

/// <summary>The link as a whole: A(s) reaches max(1, theta * tau) (definitions H6). A is monotone in the hops, so the surest and the boldest reading enclose it.</summary>
internal sealed class LinkHolds : Proposition
{
    private bool[] surely = [];
    private bool[] possibly = [];

    public override IEnumerable<int> Kinds(LinkModel model) => model.ClassKinds.Where((_, c) => model.ClassMatters[c]).SelectMany(k => k).Distinct();

    public override Truth Judge(EvidenceState state)
    {
        var model = state.Model;
        if (surely.Length != model.ClassKinds.Length)
        {
            surely = new bool[model.ClassKinds.Length];
            possibly = new bool[model.ClassKinds.Length];
        }

        for (var c = 0; c < surely.Length; c++)
        {
            var holds = model.ClassMatters[c] ? state.ClassHolds(c) : Truth.Yes;
            surely[c] = holds == Truth.Yes;
            possibly[c] = holds != Truth.No;
        }

        return model.Reaches(surely) ? Truth.Yes : model.Reaches(possibly) ? Truth.Open : Truth.No;
    }
}
