using System.Numerics;

namespace FinInvest.Graph.Tests.Twins;

/// <summary>
/// The five conserving rules, written a second time from the definitions alone and as plainly as possible, so that the product has something to agree with.
/// It knows definitions A2, A6, A7, B1 to B3, C1 to C6 and D2; no sales, reversals, exchanges or coordination links.
/// </summary>
internal sealed class SlowTwin
{
    private readonly string rule;
    private readonly TwinLedger ledger;
    private readonly Dictionary<string, List<TwinSum>> parcels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BigInteger> debt = new(StringComparer.Ordinal);
    private readonly Dictionary<TwinMovement, TwinSum> inTransit = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, (TwinSum Sum, BigInteger Debt)> statedAtGap = new(StringComparer.Ordinal);

    private SlowTwin(string rule, TwinLedger ledger) => (this.rule, this.ledger) = (rule, ledger);

    /// <summary>Rules that <see cref="Run"/> knows, by the product's ids.</summary>
    public static IReadOnlyList<string> Rules { get; } = ["fifo", "lifo", "rolling", "own-first", "proceeds-first"];

    /// <summary>What each acquisition's cost lines received.</summary>
    public Dictionary<string, TwinSum> Paid { get; } = new(StringComparer.Ordinal);

    /// <summary>Claim money that this rule newly labelled, by claim.</summary>
    public Dictionary<string, BigInteger> NewlyLabelled { get; } = new(StringComparer.Ordinal);

    /// <summary>All money that went to sinks: OUTSIDE, fees, repaid debts, what a label took from its payer, origins rounded away.</summary>
    public TwinSum Gone { get; } = new();

    public static SlowTwin Run(string rule, TwinLedger ledger)
    {
        var twin = new SlowTwin(rule, ledger);
        foreach (var (acquisition, minor) in ledger.Loans)
        {
            twin.CostLine(acquisition).Add("bank", minor);
        }

        foreach (var leg in ledger.Legs)
        {
            if (leg.IsCredit)
            {
                twin.Credit(leg.Movement);
            }
            else
            {
                twin.Debit(leg.Movement);
            }
        }

        return twin;
    }

    /// <summary>Composition of an account at the end, or as of its last covered day where its coverage ended before.</summary>
    public TwinSum Closing(string account) => statedAtGap.TryGetValue(account, out var stated) ? stated.Sum : Held(account);

    public BigInteger Debt(string account) => statedAtGap.TryGetValue(account, out var stated) ? stated.Debt : debt.GetValueOrDefault(account);

    private void Debit(TwinMovement m)
    {
        var account = m.From!;
        if (m.Kind == TwinKind.GapOut)
        {
            statedAtGap[account] = (Held(account), debt.GetValueOrDefault(account));
            Gone.Add(Held(account));
            parcels.Remove(account);
            debt.Remove(account);
            return;
        }

        var funded = BigInteger.Min(m.Debit, Held(account).Total);
        var paid = Take(account, funded);
        var unfunded = m.Debit - funded;
        if (ledger.WithoutStatement.Contains(account))
        {
            paid.Add("unknown", unfunded);
        }
        else
        {
            paid.Add("bank", unfunded);
            debt[account] = debt.GetValueOrDefault(account) + unfunded;
        }

        if (m.Acquisition is { } acquisition)
        {
            // An exchange: the payment stays with the asset, the payee gets what the seller had, which was never traced: his own.
            CostLine(acquisition).Add(paid);
            paid = TwinSum.Of("own", m.Debit);
        }

        inTransit[m] = paid;
        if (m.To is null)
        {
            Gone.Add(paid);
        }
    }

    private void Credit(TwinMovement m)
    {
        var account = m.To!;
        if (m.Kind is TwinKind.Opening or TwinKind.GapReturn or TwinKind.OpeningDebt)
        {
            statedAtGap.Remove(account);
        }

        if (m.Kind == TwinKind.OpeningDebt)
        {
            debt[account] = m.Credit;
            return;
        }

        var sum = m.Kind switch
        {
            TwinKind.Opening => TwinSum.Of("opening", m.Credit),
            TwinKind.GapReturn => TwinSum.Of("unknown", m.Credit),
            TwinKind.Interest => Interest(account, m.Credit),
            _ when m.From is null => TwinSum.Of(m.Claimant ?? "own", m.Credit),
            _ => Arrived(m),
        };
        foreach (var (claim, named) in m.Named)
        {
            Label(sum, claim, named);
        }

        var repaid = BigInteger.Min(m.Credit, debt.GetValueOrDefault(account));
        Gone.Add(sum.Take(repaid, ledger.Owners));
        debt[account] = debt.GetValueOrDefault(account) - repaid;
        if (!parcels.TryGetValue(account, out var list))
        {
            parcels[account] = list = [];
        }

        list.Add(sum);
    }

    /// <summary>What is credited of what was debited: a fee in transit keeps the rest, in the same proportions (definitions C5).</summary>
    private TwinSum Arrived(TwinMovement m)
    {
        var sent = inTransit[m];
        var arrived = sent.Take(m.Credit, ledger.Owners);
        Gone.Add(sent);
        return arrived;
    }

    private TwinSum Interest(string account, BigInteger amount) => Held(account) is var held && held.Total > 0 ? held.Proportions(amount, ledger.Owners) : TwinSum.Of("own", amount);

    /// <summary>Names part of a credit as proceeds: what is a claim already counts first, the rest of the named part is labelled, rateably (definitions B2).</summary>
    private void Label(TwinSum sum, string claim, BigInteger named)
    {
        var part = BigInteger.Min(sum.Total, named);
        var labelled = part - BigInteger.Min(part, sum.ClaimTotal);
        Gone.Add(sum.Take(labelled, ledger.Owners, o => !TwinSum.IsClaim(o)));
        sum.Add(claim, labelled, labelled);
        NewlyLabelled[claim] = NewlyLabelled.GetValueOrDefault(claim) + labelled;
    }

    /// <summary>Takes a funded debit from an account under the rule (definitions D2; C1 for the order of parcels).</summary>
    private TwinSum Take(string account, BigInteger wanted)
    {
        var list = parcels.GetValueOrDefault(account, []);
        var taken = new TwinSum();
        if (rule is "fifo" or "lifo")
        {
            foreach (var parcel in rule == "fifo" ? list : Enumerable.Reverse(list))
            {
                taken.Add(parcel.Take(BigInteger.Min(parcel.Total, wanted - taken.Total), ledger.Owners));
            }

            return taken;
        }

        var pool = Held(account);
        Func<string, bool> first = rule switch
        {
            "rolling" => _ => true,
            "own-first" => TwinSum.IsFree,
            "proceeds-first" => TwinSum.IsClaim,
            _ => throw new ArgumentException(rule),
        };
        var available = pool.Owners.Where(first).Aggregate(BigInteger.Zero, (s, o) => s + pool.Amount(o));
        taken.Add(pool.Take(BigInteger.Min(wanted, available), ledger.Owners, first));
        taken.Add(pool.Take(wanted - taken.Total, ledger.Owners, o => !first(o)));
        parcels[account] = [pool];
        return taken;
    }

    private TwinSum Held(string account)
    {
        var all = new TwinSum();
        foreach (var parcel in parcels.GetValueOrDefault(account, []))
        {
            all.Add(parcel);
        }

        return all;
    }

    private TwinSum CostLine(string acquisition) => Paid.TryGetValue(acquisition, out var line) ? line : Paid[acquisition] = new TwinSum();
}
