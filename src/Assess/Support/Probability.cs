using System.Numerics;
using FinInvest.Graph.Assess.Schemes;

namespace FinInvest.Graph.Assess.Support;

/// <summary>
/// The probability of a proposition over independent root groups and items (definitions H2, H6): exact by going through the states group by
/// group and stopping where the answer no longer depends on the rest; beyond the scheme's number of states, by seeded samples.
/// </summary>
internal sealed class Probability
{
    private readonly LinkModel model;
    private readonly Scheme scheme;
    private readonly SupportEnd end;
    private readonly Proposition proposition;
    private readonly EvidenceState state;
    private readonly List<Variable> variables = [];
    private readonly BigInteger[] hundred;
    private int visited;

    public Probability(LinkModel model, Scheme scheme, EvidenceRoles roles, SupportEnd end, Proposition proposition)
    {
        this.model = model;
        this.scheme = scheme;
        this.end = end;
        this.proposition = proposition;
        state = new EvidenceState(model, roles, end);
        var items = proposition.Kinds(model).SelectMany(k => Counting(model.Supports[k], roles.Supports, support: true).Concat(Counting(model.Contradicts[k], roles.Contradicts, support: false)))
            .Distinct().GroupBy(i => model.GroupOf[i]).OrderByDescending(g => g.Count()).ThenBy(g => g.Key);
        foreach (var group in items)
        {
            var all = group.Order().ToList();
            var reliability = model.Items[all[0]].Reliability ?? scheme.CannotBeJudgedHundredths;
            variables.Add(new Variable(IsGroup: true, group.Key, reliability, SplitMix64.IdOf("group:" + model.Groups[group.Key]), all.Count));
            variables.AddRange(all.Select(i => new Variable(IsGroup: false, i, model.Items[i].Credibility, SplitMix64.IdOf("item:" + model.Items[i].Id), 0)));
        }

        hundred = new BigInteger[variables.Count + 1];
        hundred[0] = BigInteger.One;
        for (var i = 1; i < hundred.Length; i++)
        {
            hundred[i] = hundred[i - 1] * 100;
        }
    }

    /// <summary>The exact probability, or null where more states than the scheme allows would have to be visited.</summary>
    public Fraction? Exact()
    {
        visited = 0;
        var mass = Visit(0);
        return visited > scheme.StatesMax ? null : new Fraction(mass, hundred[^1]);
    }

    /// <summary>Share of the scheme's samples in which the proposition is true; sample i of a variable is the same draw in every run.</summary>
    public double Sampled()
    {
        var hits = 0;
        for (var i = 0; i < scheme.Samples; i++)
        {
            foreach (var v in variables)
            {
                var truth = SplitMix64.Below(scheme.Seed, v.Id, i, v.Hundredths) ? Truth.Yes : Truth.No;
                if (v.IsGroup)
                {
                    state.SetGroup(v.Index, truth);
                }
                else
                {
                    state.SetItem(v.Index, truth);
                }
            }

            hits += proposition.Judge(state) == Truth.Yes ? 1 : 0;
        }

        return (double)hits / scheme.Samples;
    }

    /// <summary>Probability mass, times 100 to the number of variables left, that the proposition is true given the values set so far.</summary>
    private BigInteger Visit(int next)
    {
        if (++visited > scheme.StatesMax)
        {
            return BigInteger.Zero;
        }

        var truth = proposition.Judge(state);
        if (truth != Truth.Open)
        {
            return truth == Truth.Yes ? hundred[variables.Count - next] : BigInteger.Zero;
        }

        if (next == variables.Count)
        {
            throw new InvalidOperationException("A proposition is undecided although every variable has a value.");
        }

        var v = variables[next];
        Set(v, Truth.Yes);
        var mass = v.Hundredths * Visit(next + 1);
        Set(v, Truth.No);
        // When a group is false its items cannot matter: their values are summed over at once.
        mass += (100 - v.Hundredths) * hundred[v.Followers] * Visit(next + 1 + v.Followers);
        Set(v, Truth.Open);
        return mass;
    }

    private void Set(Variable v, Truth value)
    {
        if (v.IsGroup)
        {
            state.SetGroup(v.Index, value);
        }
        else
        {
            state.SetItem(v.Index, value);
        }
    }

    /// <summary>Items that can make a difference at this end: an unjudged source supports nothing at the low end and contradicts nothing at the high end.</summary>
    private IEnumerable<int> Counting(int[] among, bool[] counts, bool support) =>
        among.Where(i => counts[i] && (end == SupportEnd.Low ? !support || model.Items[i].Reliability is not null : !support && model.Items[i].Reliability is not null));

    /// <param name="Followers">For a group: how many of its items follow it in the order.</param>
    private readonly record struct Variable(bool IsGroup, int Index, int Hundredths, ulong Id, int Followers);
}
