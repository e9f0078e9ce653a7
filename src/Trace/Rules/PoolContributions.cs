using FinInvest.Graph.Model.Ledgers;
using FinInvest.Graph.Model.Values;

namespace FinInvest.Graph.Trace.Rules;

/// <summary>
/// What each owner put into a named pool, and what is left there: openings and credits from outside the pool; transfers inside it are ignored;
/// what the bank lent and what it paid as interest is no contribution (definitions D5).
/// </summary>
internal sealed class PoolContributions
{
    private readonly Ledger ledger;
    private readonly Register register;
    private readonly bool[] inPool;

    public PoolContributions(Reconciliation reconciliation, OtherRuleOptions options)
    {
        ledger = reconciliation.Ledger;
        register = reconciliation.Register;
        inPool = [.. ledger.Accounts.Select((a, i) => i > 0 && (options.Pool is null || options.Pool.Contains(a.Id)))];
        Currencies = [.. ledger.Accounts.Where((_, i) => inPool[i]).Select(a => a.Currency).Distinct().Order(StringComparer.Ordinal)];
        ByOwner = new long[register.Owners.Count];
        if (Currencies.Count == 1)
        {
            Contribute(options.Period);
            Closing = ClosingBalance();
        }
    }

    /// <summary>More than one = no figure: the pool's sums have no common unit.</summary>
    public IReadOnlyList<string> Currencies { get; }
    public long[] ByOwner { get; }
    public long Closing { get; }

    private void Contribute(DayRange? period)
    {
        var claims = register.Claims.ToLookup(c => c.Movement);
        var claimants = register.Claimants.ToLookup(c => c.Movement);
        foreach (var leg in ledger.Legs.Where(l => (l & 1) == 1))
        {
            var movement = leg >> 1;
            if (!inPool[ledger.Credited[movement]] || inPool[ledger.Debited[movement]] || (period is { } p && !p.Contains(new Day(ledger.CreditDay[movement]))))
            {
                continue;
            }

            var minor = ledger.CreditMinor[movement];
            switch (ledger.Kind[movement])
            {
                case MovementKind.Opening:
                    ByOwner[OwnerTable.Opening] += minor;
                    break;
                case MovementKind.GapReturn:
                    ByOwner[OwnerTable.Unknown] += minor;
                    break;
                case MovementKind.Transfer:
                    ContributeCredit(minor, claims[movement], claimants[movement]);
                    break;
                default:
                    break;
            }
        }
    }

    private void ContributeCredit(long minor, IEnumerable<ClaimMark> claims, IEnumerable<ClaimantMark> claimants)
    {
        foreach (var mark in claims)
        {
            var named = Math.Min(minor, mark.Minor);
            ByOwner[mark.Owner] += named;
            minor -= named;
        }

        ByOwner[claimants.Select(c => c.Owner).DefaultIfEmpty(OwnerTable.Own).First()] += minor;
    }

    private long ClosingBalance()
    {
        var balance = new long[ledger.Accounts.Count];
        foreach (var leg in ledger.Legs)
        {
            var movement = leg >> 1;
            var kind = ledger.Kind[movement];
            if ((leg & 1) == 0)
            {
                balance[ledger.Debited[movement]] = kind == MovementKind.GapOut ? 0 : balance[ledger.Debited[movement]] - ledger.DebitMinor[movement];
            }
            else
            {
                balance[ledger.Credited[movement]] = kind == MovementKind.OpeningDebt ? -ledger.CreditMinor[movement] : balance[ledger.Credited[movement]] + ledger.CreditMinor[movement];
            }
        }

        return balance.Where((b, a) => inPool[a] && b > 0).Sum();
    }
}
