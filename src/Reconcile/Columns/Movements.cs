namespace FinInvest.Graph.Reconcile.Columns;

/// <summary>Turns ordered legs into the ledger's movements: two legs that are mates are one movement, any other leg has OUTSIDE on its other side.</summary>
internal sealed class Movements(PostingColumns c, LegColumns legs, LedgerDraft draft, IReadOnlyDictionary<int, int> standsFor, Func<int, string> currency, Func<int, bool> isConduit)
{
    private readonly ILookup<int, int> repeats = standsFor.OrderBy(s => s.Key).ToLookup(s => s.Value, s => s.Key);

    /// <summary>The movement of each leg; movements are numbered in case order.</summary>
    public int[] OfLeg { get; } = new int[legs.Count];

    public Ledger Add(int[] order, IEnumerable<int> movedDebits)
    {
        Array.Fill(OfLeg, -1);
        var pairs = legs.Mate.Count(m => m >= 0) / 2;
        draft.EnsureCapacity(legs.Count - pairs, legs.Count);
        var moved = movedDebits.ToHashSet();
        var unevidenced = draft.UnevidencedGroups.Select(g => ((long)g.Account << 32) | (uint)g.Day.Number).ToHashSet();
        var ledgerLegs = new int[order.Length];
        foreach (var (document, id) in c.Statements)
        {
            draft.AddStatement(c.Documents[document], id);
        }

        for (var i = 0; i < order.Length; i++)
        {
            var leg = order[i];
            if (OfLeg[leg] < 0)
            {
                var flags = Unevidenced(leg, unevidenced) | (moved.Contains(leg) ? MovementFlags.DebitMoved : MovementFlags.None);
                OfLeg[leg] = AddOne(leg, flags);
                AddRows(leg);
                if (legs.Mate[leg] >= 0)
                {
                    OfLeg[legs.Mate[leg]] = OfLeg[leg];
                }
            }
            else
            {
                draft.AddFlags(OfLeg[leg], Unevidenced(leg, unevidenced));
            }

            ledgerLegs[i] = (OfLeg[leg] * 2) + (IsDebit(leg) ? 0 : 1);
        }

        return draft.Build(ledgerLegs);
    }

    private bool IsDebit(int leg) => legs.Kind[leg] == MovementKind.GapOut || (legs.Kind[leg] == MovementKind.Transfer && legs.Minor[leg] < 0);

    private MovementFlags Unevidenced(int leg, HashSet<long> groups) =>
        groups.Count > 0 && legs.Side[leg] >= 0 && groups.Contains(((long)legs.Account[leg] << 32) | (uint)legs.Day[leg]) ? MovementFlags.OrderNotEvidenced : MovementFlags.None;

    private int AddOne(int leg, MovementFlags flags)
    {
        var day = new Day(legs.Day[leg]);
        var amount = Math.Abs(legs.Minor[leg]);
        if (legs.Side[leg] < 0)
        {
            return legs.Kind[leg] == MovementKind.GapOut ? draft.Add(MovementKind.GapOut, legs.Account[leg], LedgerAccount.Outside, amount, amount, day, day, flags)
                : draft.Add(legs.Kind[leg], LedgerAccount.Outside, legs.Account[leg], amount, amount, day, day, flags);
        }

        var row = legs.Side[leg] >> 1;
        flags |= c.Kind[row] == PostingKind.Cash ? MovementFlags.Cash : MovementFlags.None;
        var mate = legs.Mate[leg];
        if (mate >= 0)
        {
            // The debit always comes first in case order, so leg is the debit.
            flags |= legs.Side[mate] >> 1 == row || isConduit(leg) ? MovementFlags.None : MovementFlags.Corroborated;
            flags |= currency(legs.Account[leg]) == currency(legs.Account[mate]) ? MovementFlags.None : MovementFlags.Exchange;
            return draft.Add(MovementKind.Transfer, legs.Account[leg], legs.Account[mate], amount, legs.Minor[mate], day, new Day(legs.Day[mate]), flags,
                c.Instant[row], c.Instant[legs.Side[mate] >> 1]);
        }

        flags |= MovementFlags.OneSided;
        var kind = c.Kind[row] switch
        {
            PostingKind.Fee or PostingKind.Interest when legs.Minor[leg] < 0 => MovementKind.BankFee,
            PostingKind.Interest => MovementKind.Interest,
            _ => MovementKind.Transfer,
        };
        return legs.Minor[leg] < 0
            ? draft.Add(kind, legs.Account[leg], LedgerAccount.Outside, amount, amount, day, day, flags, c.Instant[row])
            : draft.Add(kind, LedgerAccount.Outside, legs.Account[leg], amount, amount, day, day, flags, Instant.None, c.Instant[row]);
    }

    /// <summary>The row of each leg, with the rows of other listings that repeat it; the debit's first.</summary>
    private void AddRows(int leg)
    {
        var (side, mate) = (legs.Side[leg], legs.Mate[leg]);
        if (side < 0)
        {
            return;
        }

        if (standsFor.Count > 0)
        {
            AddRepeated(side, mate);
            return;
        }

        AddRow(side >> 1);
        if (mate >= 0 && legs.Side[mate] >> 1 != side >> 1)
        {
            AddRow(legs.Side[mate] >> 1);
        }
    }

    private void AddRepeated(int side, int mate)
    {
        List<int> all = [side >> 1, .. repeats[side].Select(s => s >> 1)];
        if (mate >= 0)
        {
            all.Add(legs.Side[mate] >> 1);
            all.AddRange(repeats[legs.Side[mate]].Select(s => s >> 1));
        }

        foreach (var row in all.Distinct())
        {
            AddRow(row);
        }
    }

    /// <summary>Statements are numbered in the draft as they are in the columns.</summary>
    private void AddRow(int row) => draft.AddRow(c.Statement[row], c.Row[row]);
}
