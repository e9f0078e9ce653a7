using System.Numerics;

namespace FinInvest.Graph.Tests.Twins;

/// <summary>Acquisitions are exchanges (definitions C3, C4); a coordination link lets a later credit take the place of what paid (C7).</summary>
internal sealed partial class SlowTwin
{
    private readonly Dictionary<string, TwinHolding> holdings = new(StringComparer.Ordinal);

    /// <summary>What each acquisition's cost lines received.</summary>
    public TwinSum Paid(string acquisition) => holdings[acquisition].Paid;

    /// <summary>What is there at the end.</summary>
    public TwinSum Held(string acquisition) => holdings[acquisition].Held;

    /// <summary>Each line's part of the payment moves onto its asset; the payee is left with what the asset was, scaled to the price, and with the rest of the payment.</summary>
    private TwinSum Buy(TwinMovement m, TwinSum payment)
    {
        var toPayee = new TwinSum();
        foreach (var line in m.Lines)
        {
            var holding = holdings[line.Acquisition];
            var part = payment.Take(line.Minor, ledger.Owners);
            holding.Paid.Add(part);
            holding.Held.Add(part);
            toPayee.Add(line.IsPrice ? holding.FormerFor(line.Minor, ledger.Owners) : TwinSum.Of("own", line.Minor));
        }

        toPayee.Add(payment);
        return toPayee;
    }

    /// <summary>A sale is the same in reverse: the credit has the asset's composition, scaled to the price (definitions C3).</summary>
    private TwinSum SoldFor(string acquisition, long price)
    {
        var holding = holdings[acquisition];
        if (holding.Held.Total == 0)
        {
            return TwinSum.Of("own", price);
        }

        holding.IsSold = true;
        var sum = holding.Held.Proportions(price, ledger.Owners, withOrigins: true);
        holding.Held.Clear();
        return sum;
    }

    /// <summary>
    /// Claim money of the credit changes place with what else is in each target, earliest target first: what has just repaid debt before what goes into the
    /// account; as much as there is of both (definitions C7).
    /// </summary>
    private void Swap(TwinMovement m, TwinSum repaying, TwinSum parcel)
    {
        foreach (var target in m.Linked.Select(t => holdings[t].Held))
        {
            foreach (var credit in new[] { repaying, parcel })
            {
                var size = BigInteger.Min(credit.ClaimTotal, target.Total - target.ClaimTotal);
                var others = target.Take(size, ledger.Owners, o => !TwinSum.IsClaim(o));
                target.Add(credit.Take(size, ledger.Owners, TwinSum.IsClaim));
                credit.Add(others);
            }
        }
    }

    /// <summary>One acquisition during a run.</summary>
    private sealed class TwinHolding
    {
        private readonly TwinHolding? former;
        private readonly long price;
        private long priceLeft;
        private BigInteger? formerTotal;

        public TwinHolding(TwinAcquisition acquisition, TwinHolding? former)
        {
            this.former = former;
            price = priceLeft = acquisition.Price;
            Paid.Add("bank", acquisition.Loan);
            Held.Add("bank", acquisition.Loan);
        }

        public TwinSum Paid { get; } = new();
        public TwinSum Held { get; } = new();
        public bool IsSold { get; set; }

        /// <summary>What the payee of an instalment gets: its part of what the asset was, the last one the rest; own where nothing was traced.</summary>
        public TwinSum FormerFor(long instalment, IReadOnlyList<string> owners)
        {
            priceLeft -= instalment;
            if (former is null || former.IsSold)
            {
                return TwinSum.Of("own", instalment);
            }

            formerTotal ??= former.Held.Total;
            var part = priceLeft == 0 ? former.Held.Total : formerTotal.Value * instalment / price;
            return part == 0 ? TwinSum.Of("own", instalment) : former.Held.Take(part, owners).Proportions(instalment, owners, withOrigins: true);
        }
    }
}
