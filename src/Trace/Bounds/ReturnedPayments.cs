namespace FinInvest.Graph.Trace.Bounds;

/// <summary>Payments out of the case that a later credit from OUTSIDE reverses: how much of each comes straight back (definitions C8).</summary>
internal sealed class ReturnedPayments
{
    private readonly Dictionary<int, (int Of, long Minor)> back = [];
    private readonly Dictionary<int, long> of = [];

    public ReturnedPayments(Ledger ledger, MovementRoles roles)
    {
        foreach (var mark in roles.Reversals.Values.OrderBy(r => ledger.Position[(r.Movement * 2) + 1]))
        {
            var (credit, debit) = (ledger.Position[(mark.Movement * 2) + 1], ledger.Position[mark.Of * 2]);
            if (ledger.Debited[mark.Movement] != LedgerAccount.Outside || ledger.Credited[mark.Of] != LedgerAccount.Outside || debit < 0 || credit < debit
                || ledger.Accounts[ledger.Debited[mark.Of]].Currency != ledger.Accounts[ledger.Credited[mark.Movement]].Currency)
            {
                continue;
            }

            var onAssets = roles.CostLines.TryGetValue(mark.Of, out var lines) ? lines.Sum(l => l.Line.Minor) : 0;
            var left = ledger.DebitMinor[mark.Of] - onAssets - Of(mark.Of);
            var minor = Math.Min(left, ledger.CreditMinor[mark.Movement]);
            back[mark.Movement] = (mark.Of, minor);
            of[mark.Of] = Of(mark.Of) + minor;
        }
    }

    /// <summary>What comes back of a payment.</summary>
    public long Of(int payment) => of.GetValueOrDefault(payment);

    /// <summary>The payment that a credit reverses, and how much of it.</summary>
    public (int Of, long Minor) By(int credit) => back.GetValueOrDefault(credit);
}
