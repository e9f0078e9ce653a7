using System.Globalization;
using FinInvest.Graph.Reconcile.Columns;

namespace FinInvest.Graph.Reconcile.Registers;

/// <summary>
/// Rows that their bank marks as a storno become reversals (definitions A1, C8): of the one earlier movement on the same account with the same
/// reference or end-to-end id, the opposite sign and at least the amount. Where that is not one movement, the row stays a plain movement and is told.
/// </summary>
internal sealed class StornoRows(PostingColumns c, LegColumns legs, int[] movementOfLeg)
{
    /// <param name="stated">Movements that a reversal fact explains already.</param>
    public IReadOnlyList<ReversalMark> Find(Ledger ledger, IReadOnlySet<int> stated, List<Refusal> refused)
    {
        var undone = new SortedDictionary<int, SortedSet<int>>();
        for (var leg = 0; leg < legs.Count; leg++)
        {
            if (legs.Side[leg] >= 0 && c.Kind[legs.Side[leg] >> 1] == PostingKind.Reversal && !stated.Contains(movementOfLeg[leg]))
            {
                var movement = movementOfLeg[leg];
                (undone.TryGetValue(movement, out var found) ? found : undone[movement] = []).UnionWith(Candidates(ledger, leg));
            }
        }

        var marks = new List<ReversalMark>();
        foreach (var (movement, of) in undone)
        {
            if (of.Count == 1)
            {
                marks.Add(new ReversalMark(movement, of.Min, ledger.DebitMinor[movement]));
            }
            else
            {
                var row = ledger.RowsOf(movement)[0].ToString();
                refused.Add(new Refusal(of.Count == 0 ? "REVERSAL_NOT_FOUND" : "REVERSAL_NOT_UNIQUE", row, string.Create(CultureInfo.InvariantCulture,
                    $"{row} is a storno, but {of.Count} earlier movements bear its reference: record the reversal to say what it undoes.")));
            }
        }

        return marks;
    }

    private IEnumerable<int> Candidates(Ledger ledger, int storno)
    {
        var row = legs.Side[storno] >> 1;
        var account = legs.Account[storno];
        for (var leg = legs.AccountStart[account]; leg < legs.AccountStart[account + 1]; leg++)
        {
            var other = legs.Side[leg] >> 1;
            if (legs.Side[leg] >= 0 && c.Kind[other] != PostingKind.Reversal && legs.Minor[leg] < 0 != legs.Minor[storno] < 0
                && Math.Abs(legs.Minor[leg]) >= Math.Abs(legs.Minor[storno]) && Position(ledger, leg) < Position(ledger, storno)
                && (Same(c.Reference[other], c.Reference[row]) || Same(c.EndToEndId[other], c.EndToEndId[row])))
            {
                yield return movementOfLeg[leg];
            }
        }
    }

    private int Position(Ledger ledger, int leg) => ledger.Position[(movementOfLeg[leg] * 2) + (legs.Minor[leg] < 0 ? 0 : 1)];

    private static bool Same(string? a, string? b) => a is not null && a == b;
}
