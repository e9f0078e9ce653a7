using FinInvest.Graph.Reconcile.Columns;

namespace FinInvest.Graph.Reconcile.Statements;

/// <summary>Lists the ledger's accounts in ordinal order of id: those of the case and those that rows are known of.</summary>
internal static class LedgerAccounts
{
    /// <param name="late">Rows booked after the as-of date.</param>
    /// <param name="zero">Rows of amount zero, which make no movement.</param>
    /// <returns>Accounts by ledger index, OUTSIDE first.</returns>
    public static IReadOnlyList<LedgerAccount> Add(PostingColumns c, CaseFacts facts, IReadOnlyList<AccountHistory> histories, LedgerDraft draft, Day asOf, out LegColumns legs,
        out int late, out int zero)
    {
        legs = new LegColumns(c, histories.Sum(h => h.Periods.Sum(p => p.Sides.Length + 2)));
        legs.AccountStart.Add(0);
        late = 0;
        var coverage = new Coverage(c, legs, draft, asOf);
        var byId = histories.ToDictionary(h => c.Names[h.Account], StringComparer.Ordinal);
        var currencies = facts.All<Account>().GroupBy(a => a.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Currency, StringComparer.Ordinal);
        foreach (var id in byId.Keys.Union(currencies.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var history = byId.GetValueOrDefault(id);
            var currency = currencies.GetValueOrDefault(id, "");
            if (currency.Length == 0 && history is not null && c.Currencies.Length > 0)
            {
                currency = history.Periods.SelectMany(p => p.Sides).Take(1).Select(s => c.Currencies[c.CurrencyOf(s)]).FirstOrDefault("");
            }

            if (history is null)
            {
                coverage.AddAccount(new LedgerAccount(id, currency, AccountCoverage.External, [], asOf));
            }
            else
            {
                late += coverage.Lay(history, currency);
            }

            legs.AccountStart.Add(legs.Count);
        }

        legs.Close();
        zero = coverage.ZeroRows;
        return coverage.Accounts;
    }
}
