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

        foreach (var reversal in register.Reversals)
        {
            movements[reversal.Movement].Undoes = movements[reversal.Of];
            movements[reversal.Movement].Undone = reversal.Minor;
        }

        foreach (var (link, credit) in register.Links.SelectMany(link => link.Credits.Select(c => (link, c))))
        {
            movements[credit].Linked.AddRange(link.Targets.Select(t => register.Acquisitions[t].Key));
        }

        var twin = new TwinLedger(register.Owners.Labels, [.. l.Legs.Select(leg => new TwinLeg(movements[leg / 2], leg % 2 == 1))]);
        twin.WithoutStatement.UnionWith(l.Accounts.Where(a => a.Coverage == AccountCoverage.Unreconciled).Select(a => a.Id));
        foreach (var account in l.Accounts.Skip(1))
        {
            twin.Currencies[account.Id] = account.Currency;
        }

        foreach (var a in register.Acquisitions)
        {
            twin.Acquisitions.Add(new TwinAcquisition(a.Key, a.Asset, a.Lines.Where(line => line.Kind == "price").Sum(line => line.Minor), a.Lines.Where(line => line.Movement < 0).Sum(line => line.Minor)));
            foreach (var line in a.Lines.Where(line => line.Movement >= 0))
            {
                movements[line.Movement].Lines.Add(new TwinLine(a.Key, line.Kind == "price", line.Minor));
            }

            if (a.SoldMovement >= 0)
            {
                movements[a.SoldMovement].Sold = a.Key;
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
