using FinInvest.Graph.Assess.Schemes;

namespace FinInvest.Graph.Assess.Support;

/// <summary>S, the bottleneck and the opinions of one link (definitions H3, H6, H7).</summary>
internal sealed class SupportCalculator(LinkModel model, Scheme scheme)
{
    private readonly LinkHolds link = new();
    private bool sampled;

    /// <summary>True once the states were too many and samples were taken; from then on every run of this link samples, with the same draws.</summary>
    public bool IsSampled => sampled;

    public SupportResult Support(decimal theta)
    {
        var roles = EvidenceRoles.All(model.Items);
        var low = Link(roles, SupportEnd.Low);
        var high = Link(roles, SupportEnd.High);
        if (low.Exact is null != high.Exact is null)
        {
            // Both ends in the same way: mixing a sampled end with an exact one could turn the interval round.
            (low, high) = (Link(roles, SupportEnd.Low), Link(roles, SupportEnd.High));
        }

        var byClass = new Fraction[model.ClassKinds.Length];
        for (var c = 0; c < byClass.Length; c++)
        {
            byClass[c] = Exact(new HopHolds(c), roles);
        }

        var shown = byClass.Select(b => b.ToDouble()).ToArray();
        var (beta, weakest) = Bottleneck(byClass);
        var error = sampled ? scheme.SampleError : 0;
        return new SupportResult((double)theta, model.Traced, Math.Max(0, low.Value - error), Math.Min(1, high.Value + error), low.Exact?.ShortOrEmpty() ?? "", error, error,
            beta?.ToDouble(), weakest, model.VariableCount(), [.. model.ClassOf.Select(c => shown[c])]);
    }

    /// <summary>S_lo with some evidence taken away, not widened.</summary>
    public SupportValue Low(EvidenceRoles roles) => Link(roles, SupportEnd.Low);

    /// <summary>b, d and u of each kind of element.</summary>
    public IReadOnlyList<(Fraction Belief, Fraction Disbelief)> Opinions(EvidenceRoles roles) =>
        [.. Enumerable.Range(0, model.Supports.Length).Select(k => (Exact(new ElementHolds(k), roles), Exact(new ElementContradicted(k), roles)))];

    private SupportValue Link(EvidenceRoles roles, SupportEnd end)
    {
        var probability = new Probability(model, scheme, roles, end, link);
        var exact = sampled ? null : probability.Exact();
        sampled |= exact is null;
        return exact is { } value ? new SupportValue(value.ToDouble(), value) : new SupportValue(new Probability(model, scheme, roles, end, link).Sampled(), null);
    }

    private Fraction Exact(Proposition proposition, EvidenceRoles roles)
    {
        var probability = new Probability(model, scheme, roles, SupportEnd.Low, proposition);
        return probability.Exact() ?? new Fraction((long)Math.Round(new Probability(model, scheme, roles, SupportEnd.Low, proposition).Sampled() * scheme.Samples), scheme.Samples);
    }

    /// <summary>The largest b such that A over hops with b_h of at least b still reaches the threshold, and a hop of that b whose proof A cannot do without.</summary>
    private (Fraction? Beta, int Weakest) Bottleneck(Fraction[] byClass)
    {
        var holds = new bool[byClass.Length];
        foreach (var least in byClass.Where((_, c) => model.ClassMatters[c]).Distinct().OrderDescending())
        {
            for (var c = 0; c < holds.Length; c++)
            {
                holds[c] = byClass[c] >= least;
            }

            if (!model.Reaches(holds))
            {
                continue;
            }

            int[] ofBeta = [.. Enumerable.Range(0, holds.Length).Where(c => model.ClassMatters[c] && byClass[c] == least)];
            foreach (var c in ofBeta)
            {
                holds[c] = false;
                if (!model.Reaches(holds))
                {
                    return (least, FirstHop(c));
                }

                holds[c] = true;
            }

            return (least, ofBeta.Min(FirstHop));
        }

        return (null, -1);
    }

    private int FirstHop(int hopClass) => Enumerable.Range(0, model.ClassOf.Length).First(h => model.ClassOf[h] == hopClass && model.Matters[h]);
}
