using FinInvest.Graph.Model.Ledgers;
using FinInvest.Graph.Trace.Columns;

namespace FinInvest.Graph.Trace;

/// <summary>
/// P (definitions B2): what the register charges of each claim, by currency, less what was reversed and less what it says is the same money as other
/// proceeds. It follows from the register alone and is the same under every rule.
/// </summary>
internal sealed class EstablishedProceeds
{
    private readonly Ledger ledger;
    private readonly Register register;
    private readonly ILookup<string, (long Minor, string Currency)> byId;

    public EstablishedProceeds(Ledger ledger, Register register)
    {
        this.ledger = ledger;
        this.register = register;
        byId = register.Claims.Where(c => c.ProceedsId.Length > 0).Select(c => (c.ProceedsId, Standing: (Stands(c), CurrencyOf(c))))
            .Concat(register.CashProceeds.Select(c => (c.ProceedsId, Standing: (c.Minor, c.Currency)))).ToLookup(p => p.ProceedsId, p => p.Standing, StringComparer.Ordinal);
    }

    /// <summary>At least one line; its currency is "" where nothing names one.</summary>
    public IEnumerable<(string Currency, long Minor)> Of(int owner)
    {
        var charged = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var mark in register.Claims.Where(c => c.Owner == owner))
        {
            Add(CurrencyOf(mark), Stands(mark), mark.SameAs);
        }

        foreach (var cash in register.CashProceeds.Where(c => c.Owner == owner))
        {
            Add(cash.Currency.Length > 0 ? cash.Currency : charged.Keys.FirstOrDefault(""), cash.Minor, cash.SameAs);
        }

        return charged.Count == 0 ? [("", 0)] : charged.Select(c => (c.Key, c.Value));

        void Add(string currency, long minor, string sameAs) => charged[currency] = checked(charged.GetValueOrDefault(currency) + minor - Same(minor, currency, sameAs));
    }

    /// <summary>At most what the other proceeds come to; in another currency the two cannot be compared, and all of it is the same money.</summary>
    private long Same(long minor, string currency, string sameAs)
    {
        var other = sameAs.Length == 0 ? default : byId[sameAs].FirstOrDefault();
        return other.Currency is null ? 0 : other.Currency == currency ? Math.Min(minor, other.Minor) : minor;
    }

    /// <summary>What of a named credit stands: a reversal of the credit lowers it in proportion (definitions C8).</summary>
    private long Stands(ClaimMark mark)
    {
        var credit = ledger.CreditMinor[mark.Movement];
        var named = Math.Min(mark.Minor, credit);
        var undone = Math.Min(credit, register.Reversals.Where(r => r.Of == mark.Movement).Sum(r => r.Minor));
        return undone == 0 ? named : named - RateableSplit.MultiplyDivide(named, undone, credit, out _);
    }

    private string CurrencyOf(ClaimMark mark) => ledger.Accounts[ledger.Credited[mark.Movement]].Currency;
}
