using FinInvest.Graph.Model.Ledgers;

namespace FinInvest.Graph.Trace.Paths;

/// <summary>Where accounts hold nothing of their own: after such a leg nothing that was there before can still be there.</summary>
internal static class EmptyPlaces
{
    /// <summary>For each place of the ledger's legs, the first place at or after it at which the same account's balance is 0 or a debt.</summary>
    public static int[] Find(Ledger ledger)
    {
        var balance = new long[ledger.Accounts.Count];
        var empty = new bool[ledger.Legs.Length];
        for (var at = 0; at < ledger.Legs.Length; at++)
        {
            var m = ledger.Legs[at] >> 1;
            var isCredit = (ledger.Legs[at] & 1) == 1;
            var a = isCredit ? ledger.Credited[m] : ledger.Debited[m];
            balance[a] = ledger.Kind[m] switch
            {
                MovementKind.OpeningDebt => -Math.Abs(ledger.DebitMinor[m]),
                MovementKind.GapOut => 0,
                _ => isCredit ? balance[a] + ledger.CreditMinor[m] : balance[a] - ledger.DebitMinor[m],
            };
            if (balance[a] < 0 && ledger.Accounts[a].Coverage == AccountCoverage.Unreconciled)
            {
                balance[a] = 0;
            }

            empty[at] = balance[a] <= 0;
        }

        var next = new int[ledger.Legs.Length];
        var last = new int[ledger.Accounts.Count];
        Array.Fill(last, int.MaxValue);
        for (var at = next.Length - 1; at >= 0; at--)
        {
            var m = ledger.Legs[at] >> 1;
            var a = (ledger.Legs[at] & 1) == 1 ? ledger.Credited[m] : ledger.Debited[m];
            last[a] = empty[at] ? at : last[a];
            next[at] = last[a];
        }

        return next;
    }
}
