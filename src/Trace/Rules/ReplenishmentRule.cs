using System.Globalization;
using FinInvest.Graph.Model.Ledgers;
using FinInvest.Graph.Model.Results;
using FinInvest.Graph.Trace.Columns;

namespace FinInvest.Graph.Trace.Rules;

/// <summary>
/// Own money first, except that a credit which a person has recorded as an act of replenishment takes the place of claim money lost from its account.
/// Lost is what left the ledger from that account: paid outside for no asset, or spent on its debt. What can still be followed is not lost.
/// </summary>
public sealed class ReplenishmentRule : OtherRule
{
    private const string Base = "own-first";

    public override string Id => "replenishment";
    public override string Name => "Own money first with acts of replenishment";
    public override IReadOnlyList<string> Authorities => ["James Roscoe (Bolton) Ltd v Winder [1915] 1 Ch 62 (later money replaces the trust's only where it was meant to)"];
    public override string Definition =>
        "Own money first, but free money of a credit recorded as an act of replenishment becomes claim money, up to the claim money lost from that account before.";

    public override IReadOnlyList<OtherFigure> Run(Reconciliation reconciliation, OtherRuleOptions options)
    {
        var (ledger, register) = (reconciliation.Ledger, reconciliation.Register);
        if (register.Replenishments.Count == 0)
        {
            return [new OtherFigure(Id, "pool", "", null, "", "No credit is recorded as an act of replenishment; it is never presumed.")];
        }

        var figures = new List<OtherFigure>();
        var restored = reconciliation;
        foreach (var act in register.Replenishments.OrderBy(r => ledger.Position[(r.Movement * 2) + 1]))
        {
            restored = Restore(restored, act, figures);
        }

        IReadOnlyList<string> targets = [.. register.Acquisitions.Select(a => a.Key), .. ledger.Accounts.Skip(1).Where(a => a.Coverage != AccountCoverage.External).Select(a => "balance:" + a.Id)];
        var without = Tracer.Run(reconciliation, Base, new TraceOptions(targets)).Targets;
        var with = Tracer.Run(restored, Base, new TraceOptions(targets)).Targets;
        return [.. figures, .. with.Select((t, i) => new OtherFigure(Id, t.Target, "", t.Traced, t.Currency,
            string.Create(CultureInfo.InvariantCulture, $"{Base} {without[i].Traced}, with the acts recorded {t.Traced}")))];
    }

    /// <summary>The case with one act carried out: its free money named as proceeds of the claims that lost, each by what it lost.</summary>
    private Reconciliation Restore(Reconciliation reconciliation, ReplenishmentMark act, List<OtherFigure> figures)
    {
        var (ledger, register) = (reconciliation.Ledger, reconciliation.Register);
        var account = ledger.Accounts[ledger.Credited[act.Movement]];
        var row = string.Create(CultureInfo.InvariantCulture, $"{ledger.RowsOf(act.Movement)[^1].Alias} (decision {act.Decision})");
        if (register.Claims.Any(c => c.Movement == act.Movement))
        {
            figures.Add(new OtherFigure(Id, "pool", "", null, account.Currency, $"{row} is itself named as proceeds: crime money restores nothing."));
            return reconciliation;
        }

        var rows = Tracer.Run(reconciliation, Base, new TraceOptions([], [account.Id])).Ledgers[0].Rows;
        var credit = rows.First(r => r.Movement == act.Movement && r.IsCredit);
        var lost = LostBefore(reconciliation, rows.TakeWhile(r => r != credit));
        var total = lost.Sum();
        var part = Math.Min(total, credit.Taken.Where(o => o.Class == OwnerClass.Free).Sum(o => o.Minor));
        if (part == 0)
        {
            figures.Add(new OtherFigure(Id, "pool", "", null, account.Currency, $"{row} restores nothing: {account.Id} had lost no claim money, or the credit holds no free money."));
            return reconciliation;
        }

        var shares = new long[lost.Length];
        new RateableSplit().Of(lost, total, part, shares);

        // What of the credit is a claim already counts first in what is named (definitions B2), so the first mark names it too.
        var already = credit.Taken.Where(o => o.Class == OwnerClass.Claim).Sum(o => o.Minor);
        var marks = new List<ClaimMark>();
        for (var owner = 0; owner < shares.Length; owner++)
        {
            if (shares[owner] > 0)
            {
                marks.Add(new ClaimMark(act.Movement, owner, shares[owner] + already, "", row));
                figures.Add(new OtherFigure(Id, "pool", register.Owners.Labels[owner], shares[owner], account.Currency,
                    string.Create(CultureInfo.InvariantCulture, $"restored on {account.Id} by {row}, of {lost[owner]} lost there before")));
                already = 0;
            }
        }

        return reconciliation with { Register = register.WithClaims([.. register.Claims, .. marks]) };
    }

    /// <summary>Claim money, by owner, that left the ledger from this account and did not come back.</summary>
    private static long[] LostBefore(Reconciliation reconciliation, IEnumerable<RunningLedgerRow> rows)
    {
        var (ledger, owners) = (reconciliation.Ledger, reconciliation.Register.Owners);
        var roles = new MovementRoles(ledger, reconciliation.Register, withLinks: false).Of;
        var lost = new long[owners.Count];
        foreach (var row in rows)
        {
            if (!row.IsCredit && ledger.Credited[row.Movement] == LedgerAccount.Outside && ledger.Kind[row.Movement] != MovementKind.GapOut && (roles[row.Movement] & MovementRole.CostLine) == 0)
            {
                Add(row.Taken, 1);
            }
            else if (row.IsCredit && (roles[row.Movement] & MovementRole.Reversal) != 0 && ledger.Debited[row.Movement] == LedgerAccount.Outside)
            {
                Add(row.Taken, -1);
            }

            if (row.Repaid > 0)
            {
                var repaid = new long[row.Taken.Count];
                new RateableSplit().Of([.. row.Taken.Select(o => o.Minor)], row.Minor, row.Repaid, repaid);
                Add([.. row.Taken.Select((o, i) => o with { Minor = repaid[i] })], 1);
            }
        }

        return [.. lost.Select(l => Math.Max(0, l))];

        void Add(IReadOnlyList<OwnedAmount> taken, int sign)
        {
            foreach (var o in taken.Where(o => o.Class == OwnerClass.Claim))
            {
                lost[owners.IndexOf(o.Owner)] += sign * o.Minor;
            }
        }
    }
}
