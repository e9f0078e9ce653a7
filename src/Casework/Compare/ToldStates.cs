namespace FinInvest.Graph.Casework.Compare;

/// <summary>States of a case in the order in which they are told, first and last the two that are compared.</summary>
internal sealed class ToldStates(IReadOnlyList<CaseState> states)
{
    private readonly CaseState first = states[0];
    private readonly CaseState last = states[^1];

    /// <summary>Rows at one end and not at the other, by document, in the order of the documents' names.</summary>
    public IReadOnlyList<RowChange> Rows()
    {
        var came = last.Rows.Where(r => !first.Rows.Contains(r)).ToLookup(r => r.Document);
        var went = first.Rows.Where(r => !last.Rows.Contains(r)).ToLookup(r => r.Document);
        var names = first.Held.Concat(last.Held).DistinctBy(d => d.Hash).ToDictionary(d => d.Hash, d => d.Name);
        return [.. came.Select(g => g.Key).Union(went.Select(g => g.Key)).Select(d => Of(d, names.GetValueOrDefault(d, ""), [.. came[d].Order()], [.. went[d].Order()]))
            .OrderBy(r => r.Name, StringComparer.Ordinal).ThenBy(r => r.Document)];
    }

    /// <summary>Accounts whose coverage is another at the other end.</summary>
    public IReadOnlyList<AccountChange> Accounts() =>
        [.. first.Coverage.Keys.Union(last.Coverage.Keys).Order(StringComparer.Ordinal).Where(a => Coverage(first, a) != Coverage(last, a))
            .Select(a => new AccountChange(a, Coverage(first, a), Coverage(last, a), Because(s => Coverage(s, a))))];

    /// <summary>Figures that are others at the other end, asset by asset.</summary>
    public IReadOnlyList<FigureChange> Figures()
    {
        var changes = new List<FigureChange>();
        foreach (var target in last.Figures.Concat(first.Figures).DistinctBy(f => f.Target))
        {
            var codes = (last.Of(target.Target)?.Values ?? []).Concat(first.Of(target.Target)?.Values ?? []).Select(v => v.Key).Distinct(StringComparer.Ordinal);
            foreach (var code in codes.Where(c => Figure(first, target.Target, c) != Figure(last, target.Target, c)))
            {
                var steps = states.Zip(states.Skip(1), (a, b) => (A: a, B: b)).Where(s => Figure(s.A, target.Target, code) != Figure(s.B, target.Target, code))
                    .Select(s => new FigureStep(s.A.Version, s.B.Version, Figure(s.A, target.Target, code), Figure(s.B, target.Target, code), Causes(s.A.Version, s.B.Version)));
                changes.Add(new FigureChange(target.Target, target.Name, target.Currency, code, Figure(first, target.Target, code), Figure(last, target.Target, code), [.. steps]));
            }
        }

        return changes;
    }

    private RowChange Of(Sha256 document, string name, IReadOnlyList<RowKey> came, IReadOnlyList<RowKey> went)
    {
        var changed = came.Concat(went).ToList();
        var because = states.Zip(states.Skip(1), (a, b) => (A: a, B: b)).Where(s => changed.Exists(r => s.A.Rows.Contains(r) != s.B.Rows.Contains(r))).SelectMany(s => Causes(s.A.Version, s.B.Version));
        return new RowChange(document, name, came.Count, went.Count, [.. changed.Take(RowChange.ListedMax)], [.. because]);
    }

    private IReadOnlyList<Cause> Because(Func<CaseState, string> of) =>
        [.. states.Zip(states.Skip(1), (a, b) => (A: a, B: b)).Where(s => of(s.A) != of(s.B)).SelectMany(s => Causes(s.A.Version, s.B.Version))];

    private static string Coverage(CaseState state, string account) => state.Coverage.GetValueOrDefault(account, "");

    private static string Figure(CaseState state, string target, string code) => state.Of(target)?[code] ?? "";

    /// <summary>What lies between two versions, in the order told.</summary>
    private static IReadOnlyList<Cause> Causes(CaseVersion a, CaseVersion b)
    {
        var isBackward = a.Loads > b.Loads || a.Decisions > b.Decisions;
        var (early, late) = isBackward ? (b, a) : (a, b);
        List<Cause> causes = [.. Numbers(early.Loads, late.Loads).Select(n => new Cause("load", n)), .. Numbers(early.Decisions, late.Decisions).Select(n => new Cause("decision", n))];
        if (isBackward)
        {
            causes.Reverse();
        }

        return causes;
    }

    private static IEnumerable<long> Numbers(long after, long upTo)
    {
        for (var n = after + 1; n <= upTo; n++)
        {
            yield return n;
        }
    }
}
