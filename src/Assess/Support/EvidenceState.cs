namespace FinInvest.Graph.Assess.Support;

/// <summary>Values of the variables so far: each root group and each item is true, false or open. An item holds iff both do (definitions H2).</summary>
internal sealed class EvidenceState(LinkModel model, EvidenceRoles roles, SupportEnd end)
{
    private readonly Truth[] groups = Filled(model.Groups.Length);
    private readonly Truth[] items = Filled(model.Items.Count);

    public LinkModel Model => model;

    public void SetGroup(int group, Truth value) => groups[group] = value;

    public void SetItem(int item, Truth value) => items[item] = value;

    /// <summary>Whether an element of this kind holds: some support holds and no unresolved contradiction does (definitions H3, H6).</summary>
    public Truth ElementHolds(int kind)
    {
        var contradicted = Contradicted(kind);
        if (contradicted == Truth.Yes)
        {
            return Truth.No;
        }

        var supported = end == SupportEnd.High ? Truth.Yes : Supported(kind);
        return supported == Truth.No ? Truth.No : supported == Truth.Yes && contradicted == Truth.No ? Truth.Yes : Truth.Open;
    }

    /// <summary>Whether some unresolved contradiction of this kind holds.</summary>
    public Truth Contradicted(int kind) => Any(model.Contradicts[kind], roles.Contradicts, unjudgedCounts: end == SupportEnd.Low);

    public Truth ClassHolds(int hopClass)
    {
        var all = Truth.Yes;
        foreach (var kind in model.ClassKinds[hopClass])
        {
            var one = ElementHolds(kind);
            if (one == Truth.No)
            {
                return Truth.No;
            }

            all = one == Truth.Open ? Truth.Open : all;
        }

        return all;
    }

    private Truth Supported(int kind) => Any(model.Supports[kind], roles.Supports, unjudgedCounts: false);

    private Truth Any(int[] among, bool[] counts, bool unjudgedCounts)
    {
        var any = Truth.No;
        foreach (var item in among)
        {
            if (!counts[item] || (!unjudgedCounts && model.Items[item].Reliability is null))
            {
                continue;
            }

            var (group, own) = (groups[model.GroupOf[item]], items[item]);
            if (group == Truth.Yes && own == Truth.Yes)
            {
                return Truth.Yes;
            }

            any = group == Truth.No || own == Truth.No ? any : Truth.Open;
        }

        return any;
    }

    private static Truth[] Filled(int count)
    {
        var column = new Truth[count];
        Array.Fill(column, Truth.Open);
        return column;
    }
}
