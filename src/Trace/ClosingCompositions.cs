using System.Collections;
using FinInvest.Graph.Model.Ledgers;
using FinInvest.Graph.Model.Results;
using FinInvest.Graph.Trace.Columns;

namespace FinInvest.Graph.Trace;

/// <summary>The closing compositions of a run, each made when it is looked at: of a hundred thousand accounts few are.</summary>
internal sealed class ClosingCompositions(Ledger ledger, OwnerTable owners, ClosingColumns closings, int[] stated) : IReadOnlyList<AccountComposition>
{
    public int Count => stated.Length;

    public AccountComposition this[int index]
    {
        get
        {
            var account = ledger.Accounts[stated[index]];
            var owned = new List<OwnedAmount>();
            var balance = 0L;
            foreach (ref readonly var lot in closings.Of(stated[index]))
            {
                owned.Add(new OwnedAmount(owners.Labels[lot.Owner], owners.ClassOf(lot.Owner), lot.Minor, lot.Origin));
                balance += lot.Minor;
            }

            return new AccountComposition(account.Id, account.Currency, account.StatedAsOf, balance, closings.DebtOf(stated[index]), owned);
        }
    }

    public IEnumerator<AccountComposition> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
