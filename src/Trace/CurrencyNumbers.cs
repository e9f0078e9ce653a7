using FinInvest.Graph.Model.Ledgers;

namespace FinInvest.Graph.Trace;

/// <summary>Numbers the currencies of a ledger's accounts, so that hot loops compare numbers.</summary>
internal static class CurrencyNumbers
{
    /// <summary>By account: a number of its currency.</summary>
    public static int[] Of(Ledger ledger)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var of = new int[ledger.Accounts.Count];
        for (var a = 0; a < of.Length; a++)
        {
            var currency = ledger.Accounts[a].Currency;
            if (!numbers.TryGetValue(currency, out of[a]))
            {
                numbers[currency] = of[a] = numbers.Count;
            }
        }

        return of;
    }
}
