namespace FinInvest.Graph.Trace.Orders;

/// <summary>Puts all legs in order when some groups have another one: every account's own order, each debit before its credit, ties as they were.</summary>
internal sealed class LegOrder
{
    private readonly Ledger ledger;
    private readonly int[] accountStart;
    private readonly int[] ofAccount;
    private readonly int[] placeInAccount;
    private readonly int[] order;
    private readonly byte[] waits;

    public LegOrder(Ledger ledger)
    {
        this.ledger = ledger;
        var count = new int[ledger.Accounts.Count + 1];
        foreach (var leg in ledger.Legs)
        {
            count[Account(leg) + 1]++;
        }

        for (var a = 1; a < count.Length; a++)
        {
            count[a] += count[a - 1];
        }

        accountStart = [.. count];
        ofAccount = new int[ledger.Legs.Length];
        placeInAccount = new int[ledger.Count * 2];
        foreach (var leg in ledger.Legs)
        {
            placeInAccount[leg] = count[Account(leg)];
            ofAccount[count[Account(leg)]++] = leg;
        }

        order = new int[ofAccount.Length];
        waits = new byte[ledger.Count * 2];
    }

    /// <summary>Legs in case order with the groups' legs in the orders given, or null where that makes a circle.</summary>
    /// <param name="groups">Legs of each group in the statement's order, and the order wanted.</param>
    public int[]? With(IEnumerable<(int[] Legs, int[] Wanted)> groups)
    {
        ofAccount.CopyTo(order, 0);
        foreach (var (legs, wanted) in groups)
        {
            for (var i = 0; i < legs.Length; i++)
            {
                order[placeInAccount[legs[i]]] = wanted[i];
            }
        }

        return Sorted();
    }

    private int[]? Sorted()
    {
        var next = new int[ledger.Count * 2];
        Array.Fill(next, -1);
        Array.Clear(waits);
        var ready = new PriorityQueue<int, int>();
        for (var a = 0; a + 1 < accountStart.Length; a++)
        {
            for (var i = accountStart[a]; i < accountStart[a + 1]; i++)
            {
                var leg = order[i];
                waits[leg] = (byte)((i > accountStart[a] ? 1 : 0) + ((leg & 1) == 1 && ledger.Debited[leg >> 1] != LedgerAccount.Outside ? 1 : 0));
                next[leg] = i + 1 < accountStart[a + 1] ? order[i + 1] : -1;
                if (waits[leg] == 0)
                {
                    ready.Enqueue(leg, ledger.Position[leg]);
                }
            }
        }

        var sorted = new int[order.Length];
        var placed = 0;
        while (ready.TryDequeue(out var leg, out _))
        {
            sorted[placed++] = leg;
            Release(next[leg]);
            if ((leg & 1) == 0 && ledger.Credited[leg >> 1] != LedgerAccount.Outside)
            {
                Release(leg + 1);
            }
        }

        return placed == sorted.Length ? sorted : null;

        void Release(int leg)
        {
            if (leg >= 0 && --waits[leg] == 0)
            {
                ready.Enqueue(leg, ledger.Position[leg]);
            }
        }
    }

    private int Account(int leg) => (leg & 1) == 0 ? ledger.Debited[leg >> 1] : ledger.Credited[leg >> 1];
}
