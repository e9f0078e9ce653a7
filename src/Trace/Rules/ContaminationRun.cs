using FinInvest.Graph.Model.Ledgers;
using FinInvest.Graph.Model.Results;

namespace FinInvest.Graph.Trace.Rules;

/// <summary>One pass over the legs with one flag an account, a payment and an asset.</summary>
internal sealed class ContaminationRun
{
    private readonly Reconciliation reconciliation;
    private readonly Ledger ledger;
    private readonly OtherRuleOptions options;
    private readonly MovementRoles roles;
    private readonly bool[] account;
    private readonly bool[] payment;
    private readonly long[] balance;
    private readonly long[] bought;
    private readonly bool[] asset;
    private readonly IReadOnlyDictionary<int, (long Claim, long Balance)> rolling;

    public ContaminationRun(Reconciliation reconciliation, OtherRuleOptions options)
    {
        this.reconciliation = reconciliation;
        this.options = options;
        ledger = reconciliation.Ledger;
        roles = new MovementRoles(ledger, reconciliation.Register, withLinks: false);
        account = new bool[ledger.Accounts.Count];
        payment = new bool[ledger.Count];
        balance = new long[ledger.Accounts.Count];
        bought = new long[reconciliation.Register.Acquisitions.Count];
        asset = new bool[bought.Length];
        rolling = options.ThresholdPercent == 0 ? new Dictionary<int, (long, long)>() : ClaimAfterCredits();
        foreach (var leg in ledger.Legs)
        {
            if ((leg & 1) == 0)
            {
                Debit(leg >> 1);
            }
            else
            {
                Credit(leg >> 1);
            }
        }
    }

    public IReadOnlyList<OtherFigure> Figures(string rule)
    {
        const string whole = "The account was contaminated when it paid, so the whole payment is.";
        var figures = reconciliation.Register.Acquisitions.Select((a, i) => new OtherFigure(rule, a.Key, "", bought[i], a.Currency, bought[i] == 0 ? "No contaminated account paid for it." : whole));
        var balances = Enumerable.Range(1, ledger.Accounts.Count - 1).Select(a => new OtherFigure(rule, "balance:" + ledger.Accounts[a].Id, "", account[a] ? Math.Max(0, balance[a]) : 0,
            ledger.Accounts[a].Currency, account[a] ? "The account is contaminated." : "The account is not contaminated."));
        return [.. figures, .. balances];
    }

    private void Debit(int movement)
    {
        var from = ledger.Debited[movement];
        balance[from] = ledger.Kind[movement] == MovementKind.GapOut ? 0 : balance[from] - ledger.DebitMinor[movement];
        payment[movement] = account[from] && ledger.Kind[movement] != MovementKind.GapOut;
        if ((roles.Of[movement] & MovementRole.CostLine) != 0)
        {
            payment[movement] = Acquire(movement, payment[movement]);
        }

        account[from] &= balance[from] > 0;
    }

    /// <summary>The payment's flag goes onto the asset; what travels on to the payee is the asset's former flag (definitions C3).</summary>
    private bool Acquire(int movement, bool flagged)
    {
        var former = false;
        foreach (var (index, line) in roles.CostLines[movement])
        {
            bought[index] += flagged ? line.Minor : 0;
            asset[index] |= flagged;
            former |= line.Kind == "price" && index > 0 && asset[index - 1]
                && reconciliation.Register.Acquisitions[index - 1].Asset == reconciliation.Register.Acquisitions[index].Asset;
        }

        return former;
    }

    private void Credit(int movement)
    {
        var to = ledger.Credited[movement];
        var minor = ledger.CreditMinor[movement];
        balance[to] = ledger.Kind[movement] == MovementKind.OpeningDebt ? -minor : balance[to] + minor;
        var sold = (roles.Of[movement] & MovementRole.Sale) != 0 && asset[roles.Sales[movement]];
        var undone = (roles.Of[movement] & MovementRole.Reversal) != 0 && ledger.Debited[movement] == LedgerAccount.Outside && payment[roles.Reversals[movement].Of];
        var flagged = payment[movement] || sold || undone || (roles.Of[movement] & MovementRole.Proceeds) != 0;
        if (flagged && options.ThresholdPercent > 0)
        {
            var (claim, total) = rolling.GetValueOrDefault(movement);
            flagged = (Int128)claim * 100 > (Int128)total * options.ThresholdPercent;
        }

        account[to] = (account[to] || flagged) && balance[to] > 0;
    }

    /// <summary>Claim money and balance after every credit under rolling pro rata: what the threshold is measured by.</summary>
    private Dictionary<int, (long Claim, long Balance)> ClaimAfterCredits() =>
        Tracer.Run(reconciliation, "rolling", new TraceOptions([], [.. ledger.Accounts.Skip(1).Select(a => a.Id)])).Ledgers
            .SelectMany(l => l.Rows).Where(r => r.IsCredit).ToDictionary(r => r.Movement, r => (r.Claim, r.Claim + r.Other + r.Free));
}
