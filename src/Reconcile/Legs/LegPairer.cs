using FinInvest.Graph.Reconcile.Columns;

namespace FinInvest.Graph.Reconcile.Legs;

/// <summary>
/// Pairs two banks' reports of one movement (definitions A8): by end-to-end id, by the bank's entry reference, else by amount, at most three days
/// and names. Equal numbers of debits and credits that tie are paired in order; unequal numbers are declined.
/// </summary>
internal sealed class LegPairer(PostingColumns c, LegColumns legs, AccountNames accounts, PairingDecisions decisions)
{
    public const int DaysMax = 3;

    /// <summary>An id that more legs bear than this identifies nothing.</summary>
    private const int GroupMax = 512;

    private readonly HashSet<int> declined = [];

    private readonly List<(int Debit, int Credit, string Reason)> pairs = [];

    /// <summary>Legs that tied with several, by leg.</summary>
    public IReadOnlySet<int> Declined => declined;

    /// <summary>In the order of the debit's row.</summary>
    public IReadOnlyList<LegPair> Pairs()
    {
        pairs.Sort();
        return pairs.ConvertAll(p => new LegPair(c.Key(p.Debit), c.Key(p.Credit), p.Reason));
    }

    public void Run()
    {
        var open = new List<int>();
        for (var leg = 0; leg < legs.Count; leg++)
        {
            if (IsOpen(leg))
            {
                open.Add(leg);
            }
        }

        if (open.Count == 0)
        {
            return;
        }

        foreach (var (debit, credit) in decisions.Confirmed)
        {
            if (debit >= 0 && credit >= 0 && IsOpen(debit) && IsOpen(credit) && legs.Account[debit] != legs.Account[credit])
            {
                Pair(debit, credit, "decision");
            }
        }

        var byEndToEndId = IdGroups.Of(open, EndToEndId);
        ById(byEndToEndId, "end-to-end id", (d, k) => SameAmount(d, k) && NamesAgree(d, k));
        ById(byEndToEndId, "end-to-end id", (d, k) => NamesAgree(d, k) && (Exchanged(d, k) || legs.Minor[k] <= -legs.Minor[d]));
        ById(IdGroups.Of(open, leg => c.Reference[legs.Side[leg] >> 1]), "reference",
            (d, k) => SameAmount(d, k) && NearDays(d, k) && NamesAgree(d, k) && (Names(d, k) || Names(k, d)));
        ByAmount(open, d => (legs.Account[d], Named(d)), k => (Named(k), legs.Account[k]), "amount, days and names");
        ByAmount(open, d => Named(d) == AccountNames.NotNamed ? (legs.Account[d], -1) : default, k => Named(k) >= 0 ? (Named(k), -1) : default, "amount, days and the credit's name", single: true);
        ByAmount(open, d => Named(d) >= 0 ? (-1, Named(d)) : default, k => Named(k) == AccountNames.NotNamed ? (-1, legs.Account[k]) : default, "amount, days and the debit's name", single: true);
    }

    private bool IsOpen(int leg) => legs.Mate[leg] < 0 && legs.Side[leg] >= 0 && c.Kind[legs.Side[leg] >> 1] is not (PostingKind.Fee or PostingKind.Interest);

    private string? EndToEndId(int leg) => c.EndToEndId[legs.Side[leg] >> 1] is { } id && id is not ("NOTPROVIDED" or "NONREF") ? id : null;

    private void ById(IdGroups groups, string reason, Func<int, int, bool> fits)
    {
        for (var g = 0; g < groups.Count; g++)
        {
            var group = groups[g];
            if (group.Length < 2 || group.Length > GroupMax)
            {
                continue;
            }

            if (group.Length == 2)
            {
                PairTwo(group[0], group[1], fits, reason);
                continue;
            }

            var (debits, credits) = (new List<int>(), new List<int>());
            foreach (var leg in group)
            {
                if (legs.Mate[leg] < 0)
                {
                    (legs.Minor[leg] < 0 ? debits : credits).Add(leg);
                }
            }

            PairGroup(debits, credits, fits, reason);
        }
    }

    private void PairTwo(int a, int b, Func<int, int, bool> fits, string reason)
    {
        if (legs.Mate[a] >= 0 || legs.Mate[b] >= 0 || legs.Minor[a] < 0 == legs.Minor[b] < 0)
        {
            return;
        }

        var (debit, credit) = legs.Minor[a] < 0 ? (a, b) : (b, a);
        if (fits(debit, credit) && !decisions.Rejects(debit, credit))
        {
            Pair(debit, credit, reason);
        }
    }

    private void ByAmount(List<int> open, Func<int, (int, int)> debitKey, Func<int, (int, int)> creditKey, string reason, bool single = false)
    {
        var groups = new Dictionary<((int, int), long), (List<int> Debits, List<int> Credits)>();
        foreach (var leg in open.Where(l => legs.Mate[l] < 0))
        {
            var key = legs.Minor[leg] < 0 ? debitKey(leg) : creditKey(leg);
            if (key == default || (!single && (key.Item1 < 0 || key.Item2 < 0)))
            {
                continue;
            }

            var group = groups.TryGetValue((key, Math.Abs(legs.Minor[leg])), out var known) ? known : groups[(key, Math.Abs(legs.Minor[leg]))] = ([], []);
            (legs.Minor[leg] < 0 ? group.Debits : group.Credits).Add(leg);
        }

        foreach (var (debits, credits) in groups.Values.Where(g => g.Debits.Count > 0 && g.Credits.Count > 0))
        {
            foreach (var (near, nearCredits) in NearRuns(debits, credits))
            {
                if (!single || (near.Count == 1 && nearCredits.Count == 1))
                {
                    PairGroup(near, nearCredits, (d, k) => SameAmount(d, k) && NearDays(d, k) && SameIdOrNone(d, k), reason);
                }
                else
                {
                    declined.UnionWith(near);
                    declined.UnionWith(nearCredits);
                }
            }
        }
    }

    /// <summary>Splits a group into runs of days that are at most three days apart, so that long histories of equal payments stay cheap.</summary>
    private IEnumerable<(List<int> Debits, List<int> Credits)> NearRuns(List<int> debits, List<int> credits)
    {
        var all = debits.Concat(credits).OrderBy(l => legs.Day[l]).ThenBy(l => l).ToList();
        var run = new List<int>();
        foreach (var leg in all)
        {
            if (run.Count > 0 && legs.Day[leg] - legs.Day[run[^1]] > DaysMax)
            {
                yield return (run.FindAll(l => legs.Minor[l] < 0), run.FindAll(l => legs.Minor[l] > 0));
                run = [];
            }

            run.Add(leg);
        }

        yield return (run.FindAll(l => legs.Minor[l] < 0), run.FindAll(l => legs.Minor[l] > 0));
    }

    private void PairGroup(List<int> debits, List<int> credits, Func<int, int, bool> fits, string reason)
    {
        foreach (var (someDebits, someCredits) in TieGroups.Split(debits, credits, fits))
        {
            var (d, k) = (InOrder(someDebits), InOrder(someCredits));
            if (d.Count == k.Count && Enumerable.Range(0, d.Count).All(i => fits(d[i], k[i])))
            {
                for (var i = 0; i < d.Count; i++)
                {
                    if (!decisions.Rejects(d[i], k[i]))
                    {
                        Pair(d[i], k[i], reason);
                    }
                }
            }
            else
            {
                declined.UnionWith(d);
                declined.UnionWith(k);
            }
        }
    }

    /// <summary>By day, then by the account's own order (accounts in ordinal order).</summary>
    private List<int> InOrder(List<int> some) => [.. some.OrderBy(l => legs.Day[l]).ThenBy(l => l)];

    private void Pair(int debit, int credit, string reason)
    {
        legs.Pair(debit, credit);
        pairs.Add((legs.Side[debit] >> 1, legs.Side[credit] >> 1, reason));
        declined.Remove(debit);
        declined.Remove(credit);
    }

    /// <summary>The ledger account that the leg's row names, or one of the negative answers of <see cref="AccountNames"/>.</summary>
    private int Named(int leg) => accounts.Named(c.OtherOf(legs.Side[leg]));

    private bool Names(int leg, int other) => Named(leg) == legs.Account[other];

    private bool NamesAgree(int debit, int credit) => legs.Account[debit] != legs.Account[credit]
        && (Names(debit, credit) || Silent(debit)) && (Names(credit, debit) || Silent(credit));

    private bool Silent(int leg) => Named(leg) is AccountNames.NotNamed or AccountNames.Text;

    private bool Exchanged(int debit, int credit) => accounts.Currency(legs.Account[debit]) != accounts.Currency(legs.Account[credit]);

    private bool SameAmount(int debit, int credit) => legs.Minor[debit] == -legs.Minor[credit] && !Exchanged(debit, credit);

    private bool NearDays(int debit, int credit) => Math.Abs(legs.Day[debit] - legs.Day[credit]) <= DaysMax;

    private bool SameIdOrNone(int debit, int credit) => EndToEndId(debit) is not { } id || EndToEndId(credit) is not { } other || id == other;
}
