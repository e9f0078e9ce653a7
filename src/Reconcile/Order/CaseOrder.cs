using FinInvest.Graph.Reconcile.Columns;

namespace FinInvest.Graph.Reconcile.Order;

/// <summary>
/// The order of the case (definitions A4): a topological order of the accounts' own orders plus "debit before credit", ties by booking day, file
/// hash, row. A credit booked before its debit moves the debit; a circle is opened at its first funded debit.
/// </summary>
internal sealed class CaseOrder
{
    /// <summary>Days that a counting sort may span (about 11,000 years); rows beyond are nonsense that must not break the case.</summary>
    private const int CountingDaysMax = 4_000_000;
    private readonly LegColumns legs;
    private readonly LedgerDraft draft;

    /// <summary>Day that orders a leg: never falls along an account.</summary>
    private readonly int[] day;
    private readonly int[] next;
    private readonly int[] previous;
    private readonly int[] result;

    private CaseOrder(LegColumns legs, LedgerDraft draft)
    {
        this.legs = legs;
        this.draft = draft;
        day = new int[legs.Count];
        next = new int[legs.Count];
        previous = new int[legs.Count];
        result = new int[legs.Count];
    }

    /// <summary>Debits that were moved in front of what followed them, by leg; their day in the ledger's order.</summary>
    private readonly SortedDictionary<int, int> moved = [];

    /// <summary>Orders all legs.</summary>
    /// <param name="movedDebits">Debit legs that stood after their credit.</param>
    /// <returns>Legs in case order.</returns>
    public static int[] Find(LegColumns legs, LedgerDraft draft, out IReadOnlyCollection<int> movedDebits)
    {
        var order = new CaseOrder(legs, draft);
        order.LinkAccounts();
        order.Sort();
        movedDebits = order.moved.Keys;
        return order.result;
    }

    private void LinkAccounts()
    {
        for (var a = 0; a + 1 < legs.AccountStart.Count; a++)
        {
            var (start, end) = (legs.AccountStart[a], legs.AccountStart[a + 1]);
            var chain = MoveDebits(start, end);
            var latest = int.MinValue;
            for (var i = 0; i < end - start; i++)
            {
                var leg = chain is null ? start + i : chain[i];
                previous[leg] = i == 0 ? -1 : chain is null ? leg - 1 : chain[i - 1];
                next[leg] = i == end - start - 1 ? -1 : chain is null ? leg + 1 : chain[i + 1];
                latest = Math.Max(latest, moved.GetValueOrDefault(leg, legs.Day[leg]));
                day[leg] = latest;
            }
        }
    }

    /// <summary>The account's chain with every debit that is booked after its credit behind the last row booked on or before the credit's day; null = unchanged.</summary>
    private List<int>? MoveDebits(int start, int end)
    {
        List<int>? late = null;
        for (var leg = start; leg < end; leg++)
        {
            if (legs.Mate[leg] is var credit && credit >= 0 && legs.Minor[leg] < 0 && legs.Day[credit] < legs.Day[leg])
            {
                (late ??= []).Add(leg);
                moved[leg] = legs.Day[credit];
            }
        }

        if (late is null)
        {
            return null;
        }

        var chain = Enumerable.Range(start, end - start).Where(l => !moved.ContainsKey(l)).ToList();
        var behind = new Dictionary<int, List<int>>();
        foreach (var leg in late)
        {
            // Not before the period that lists it: its opening balance comes first.
            var floor = chain.FindLastIndex(l => l < leg && legs.Side[l] < 0);
            var anchor = Math.Max(floor, chain.FindLastIndex(l => l < leg && legs.Day[l] <= moved[leg]));
            (behind.TryGetValue(anchor, out var list) ? list : behind[anchor] = []).Add(leg);
        }

        var result = behind.GetValueOrDefault(-1, []);
        for (var i = 0; i < chain.Count; i++)
        {
            result.Add(chain[i]);
            result.AddRange(behind.GetValueOrDefault(i, []));
        }

        return result;
    }

    /// <summary>Legs by day, then openings and returns, then rows by (file hash, statement, row) with debits first, then gaps; ties by leg.</summary>
    private void Sort()
    {
        if (legs.Count == 0)
        {
            return;
        }

        var byRow = ByRow();
        var (first, last) = (day.Min(), day.Max());
        if ((long)last - first <= CountingDaysMax)
        {
            CountByDay(byRow, first, last);
        }
        else
        {
            byRow.Select(leg => (Day: day[leg], Leg: leg)).OrderBy(x => x.Day).Select(x => x.Leg).ToArray().CopyTo(result, 0);
        }

        if (!Holds())
        {
            new CircleBreaker(legs, draft, result, next, previous).Run();
        }
    }

    private int[] ByRow()
    {
        var byRow = new int[legs.Count];
        var at = 0;
        for (var leg = 0; leg < legs.Count; leg++)
        {
            if (legs.Side[leg] < 0 && legs.Kind[leg] != MovementKind.GapOut)
            {
                byRow[at++] = leg;
            }
        }

        for (var side = 0; side < legs.LegOfSide.Length; side += 2)
        {
            var (own, counter) = (legs.LegOfSide[side], legs.LegOfSide[side + 1]);
            if (own >= 0 && counter >= 0 && legs.Minor[own] > 0)
            {
                (own, counter) = (counter, own);
            }

            if (own >= 0)
            {
                byRow[at++] = own;
            }

            if (counter >= 0)
            {
                byRow[at++] = counter;
            }
        }

        for (var leg = 0; leg < legs.Count; leg++)
        {
            if (legs.Kind[leg] == MovementKind.GapOut)
            {
                byRow[at++] = leg;
            }
        }

        return byRow;
    }

    private void CountByDay(int[] byRow, int first, int last)
    {
        var start = new int[last - first + 2];
        foreach (var d in day)
        {
            start[d - first + 1]++;
        }

        for (var d = 1; d < start.Length; d++)
        {
            start[d] += start[d - 1];
        }

        foreach (var leg in byRow)
        {
            result[start[day[leg] - first]++] = leg;
        }
    }

    /// <summary>The order by keys already keeps every account's order and every debit before its credit.</summary>
    private bool Holds()
    {
        var place = new int[legs.Count];
        for (var i = 0; i < result.Length; i++)
        {
            place[result[i]] = i;
        }

        for (var leg = 0; leg < legs.Count; leg++)
        {
            if ((next[leg] >= 0 && place[next[leg]] < place[leg]) || (legs.Mate[leg] >= 0 && legs.Minor[leg] < 0 && place[legs.Mate[leg]] < place[leg]))
            {
                return false;
            }
        }

        return true;
    }
}
