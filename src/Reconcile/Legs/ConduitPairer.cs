using System.Globalization;
using FinInvest.Graph.Reconcile.Columns;

namespace FinInvest.Graph.Reconcile.Legs;

/// <summary>
/// Joins a payment into a conduit and the payment out of it under the same end-to-end id to one movement from payer to receiver, so that a correspondent's or
/// an agent's account does not mix its customers' money. Chains of conduits bear the id through. The credit is booked on the debit's day or later and is no larger
/// in the same currency (a fee in transit is the difference, definitions C5). Equal numbers that tie are joined in order; unequal ones are declined.
/// </summary>
internal sealed class ConduitPairer(PostingColumns c, LegColumns legs, AccountNames names, AccountUses uses, PairingDecisions decisions)
{
    private readonly List<(int Debit, int Credit, string Id)> joined = [];
    private readonly HashSet<int> joinedLegs = [];
    private readonly Dictionary<int, string> open = [];

    /// <summary>Rows that name a conduit and are joined to none, with the reason.</summary>
    public IReadOnlyDictionary<int, string> Open => open;

    public bool IsJoined(int leg) => joinedLegs.Contains(leg);

    public void Run()
    {
        if (!uses.Any)
        {
            return;
        }

        var some = Enumerable.Range(0, legs.Count).Where(l => legs.Mate[l] < 0 && legs.Side[l] >= 0 && (NamesConduit(l) || names.Named(Other(l)) is AccountNames.NotNamed or AccountNames.Text)).ToList();
        var groups = IdGroups.Of(some, Id);
        for (var g = 0; g < groups.Count; g++)
        {
            Join(groups[g].ToArray());
        }

        foreach (var leg in some.Where(l => legs.Mate[l] < 0 && NamesConduit(l)))
        {
            open.TryAdd(leg, Id(leg) is null ? $"no end-to-end id is given, so nothing shows where the money went on {(legs.Minor[leg] < 0 ? "from" : "into")} {Name(leg)}"
                : $"no row that fits bears end-to-end id {Id(leg)} {(legs.Minor[leg] < 0 ? "out of" : "into")} {Name(leg)}");
        }
    }

    /// <summary>Movements that pass a conduit and those into or out of a pool, in the order of the ledger.</summary>
    public IReadOnlyList<Passage> Passages(int[] movementOfLeg)
    {
        var found = joined.ConvertAll(j => new Passage(movementOfLeg[j.Debit], Through(j.Debit, j.Credit), AccountUses.Conduit, j.Id));
        for (var leg = 0; leg < legs.Count && uses.Any; leg++)
        {
            if (legs.Mate[leg] < 0 && legs.Side[leg] >= 0 && uses.Of(Name(leg)) == AccountUses.Pooled)
            {
                found.Add(new Passage(movementOfLeg[leg], Name(leg), AccountUses.Pooled, Id(leg) ?? ""));
            }
        }

        return [.. found.OrderBy(p => p.Movement)];
    }

    /// <summary>The joined pairs, for the list of pairs.</summary>
    public IEnumerable<LegPair> Pairs() => joined.OrderBy(j => legs.Side[j.Debit]).Select(j => new LegPair(c.Key(legs.Side[j.Debit] >> 1), c.Key(legs.Side[j.Credit] >> 1),
        $"end-to-end id {j.Id} through {Through(j.Debit, j.Credit)}"));

    private void Join(int[] group)
    {
        if (!Array.Exists(group, NamesConduit))
        {
            return;
        }

        var debits = group.Where(l => legs.Minor[l] < 0).ToList();
        var credits = group.Where(l => legs.Minor[l] > 0).ToList();
        foreach (var (someDebits, someCredits) in TieGroups.Split(debits, credits, Fits))
        {
            var (d, k) = (InOrder(someDebits), InOrder(someCredits));
            if (d.Count == k.Count && Enumerable.Range(0, d.Count).All(i => Fits(d[i], k[i])))
            {
                for (var i = 0; i < d.Count; i++)
                {
                    legs.Pair(d[i], k[i]);
                    joined.Add((d[i], k[i], Id(d[i])!));
                    joinedLegs.UnionWith([d[i], k[i]]);
                }

                continue;
            }

            foreach (var leg in d.Concat(k).Where(NamesConduit))
            {
                open[leg] = string.Create(CultureInfo.InvariantCulture, $"{d.Count} payment(s) in and {k.Count} out bear end-to-end id {Id(leg)}, none is chosen");
            }
        }
    }

    /// <summary>Both name a conduit, or one does and the other names no account.</summary>
    private bool Fits(int debit, int credit) => legs.Account[debit] != legs.Account[credit] && (NamesConduit(debit) || NamesConduit(credit)) && !decisions.Rejects(debit, credit)
        && legs.Day[credit] >= legs.Day[debit] && (names.Currency(legs.Account[debit]) != names.Currency(legs.Account[credit]) || legs.Minor[credit] <= -legs.Minor[debit]);

    private List<int> InOrder(List<int> some) => [.. some.OrderBy(l => legs.Day[l]).ThenBy(l => l)];

    private string Through(int debit, int credit) => string.Join(", ", new[] { debit, credit }.Where(NamesConduit).Select(Name).Distinct(StringComparer.Ordinal));

    private bool NamesConduit(int leg) => uses.Of(Name(leg)) == AccountUses.Conduit;

    private int Other(int leg) => c.OtherOf(legs.Side[leg]);

    private string Name(int leg) => c.Names[Other(leg)];

    private string? Id(int leg) => c.EndToEndId[legs.Side[leg] >> 1] is { } id && id is not ("NOTPROVIDED" or "NONREF") ? id : null;
}
