using System.Numerics;

namespace FinInvest.Graph.Tests.Twins;

/// <summary>Reversals (definitions C8): money goes back where it came from.</summary>
internal sealed partial class SlowTwin
{
    private readonly Dictionary<TwinMovement, Undoing> undoing = new(ReferenceEqualityComparer.Instance);

    /// <summary>A credit from OUTSIDE: a sale's price, what a reversed payment took out, else the holder's own money.</summary>
    private TwinSum FromOutside(TwinMovement m)
    {
        if (m.Sold is { } sold)
        {
            return SoldFor(sold, m.Credit);
        }

        if (m.Undoes is { } undone && undoing.TryGetValue(undone, out var known) && known.WentOut.Total > 0)
        {
            var back = known.WentOut.Take(BigInteger.Min(m.Credit, known.WentOut.Total), ledger.Owners);
            back.Add("own", m.Credit - back.Total);
            return back;
        }

        return TwinSum.Of("own", m.Credit);
    }

    /// <summary>Money of the bank repays the bank first, up to what the undone movement left unfunded.</summary>
    private void RepayBankFirst(TwinMovement m, TwinSum sum, TwinAccount account)
    {
        if (m.Undoes is { } undone && undoing.TryGetValue(undone, out var known))
        {
            var bank = BigInteger.Min(BigInteger.Min(sum.Amount("bank"), known.Unfunded), account.Debt);
            sum.Take(bank, ledger.Owners, o => o == "bank");
            account.Debt -= bank;
            known.Unfunded -= bank;
        }
    }

    /// <summary>Each owner's amount goes back into the parcels that gave it, the last one first, up to what each gave.</summary>
    private void PutBack(TwinMovement m, TwinSum sum)
    {
        if (m.Undoes is not { } undone || undone.From != m.To || !undoing.TryGetValue(undone, out var known))
        {
            return;
        }

        foreach (var source in Enumerable.Reverse(known.Sources))
        {
            var back = BigInteger.Min(source.Amount, sum.Amount(source.Owner));
            source.Amount -= back;
            source.Parcel.Add(sum.Take(back, ledger.Owners, o => o == source.Owner));
        }
    }

    /// <summary>What undoing a movement needs: who gave what of it, what left the case with it, what the bank paid.</summary>
    private sealed record Undoing(List<TwinSource> Sources, TwinSum WentOut)
    {
        public BigInteger Unfunded { get; set; }
    }
}
