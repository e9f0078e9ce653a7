namespace FinInvest.Graph.Tests.Twins;

/// <summary>The twin's ledger out of a reconciliation, for cases whose expected numbers come from elsewhere.</summary>
internal static class TwinReading
{
    public static TwinLedger Of(Reconciliation reconciliation)
    {
        var (l, register) = (reconciliation.Ledger, reconciliation.Register);
        string? Name(int account) => account == 0 ? null : l.Accounts[account].Id;
        var movements = Enumerable.Range(0, l.Count).Select(m => new TwinMovement(Kind(l.Kind[m]), Name(l.Debited[m]), Name(l.Credited[m]), l.DebitMinor[m], l.CreditMinor[m])).ToList();
        foreach (var mark in register.Claims)
        {
            movements[mark.Movement].Named.Add((register.Owners.Labels[mark.Owner], mark.Minor));
        }

        foreach (var mark in register.Claimants)
        {
            movements[mark.Movement].Claimant = register.Owners.Labels[mark.Owner];
        }

        var twin = new TwinLedger(register.Owners.Labels, [.. l.Legs.Select(leg => new TwinLeg(movements[leg / 2], leg % 2 == 1))]);
        twin.WithoutStatement.UnionWith(l.Accounts.Where(a => a.Coverage == AccountCoverage.Unreconciled).Select(a => a.Id));
        foreach (var (acquisition, line) in register.Acquisitions.SelectMany(a => a.Lines.Select(line => (a, line))))
        {
            if (line.Movement < 0)
            {
                twin.Loans.Add((acquisition.Key, line.Minor));
            }
            else
            {
                movements[line.Movement].Acquisition = acquisition.Key;
            }
        }

        return twin;
    }

    private static TwinKind Kind(MovementKind kind) => kind switch
    {
        MovementKind.Opening => TwinKind.Opening,
        MovementKind.OpeningDebt => TwinKind.OpeningDebt,
        MovementKind.GapOut => TwinKind.GapOut,
        MovementKind.GapReturn => TwinKind.GapReturn,
        MovementKind.Interest => TwinKind.Interest,
        _ => TwinKind.Transfer,
    };
}
