using System.Runtime.CompilerServices;
using FinInvest.Graph.Model.Ledgers;
using FinInvest.Graph.Trace.Columns;

namespace FinInvest.Graph.Trace.Paths;

/// <summary>Where accounts hold nothing of their own: after such a leg nothing that was there before can still be there.</summary>
internal static class EmptyPlaces
{
    /// <summary>For each place of the ledger's legs, the first place at or after it at which the same account's balance is 0 or a debt.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int[] Find(Ledger ledger)
    {
        var at = new LegSpans(ledger);
        var legs = at.Legs;
        var kind = ledger.Kind.Span;
        var debitMinor = ledger.DebitMinor.Span;
        var creditMinor = ledger.CreditMinor.Span;
        var balance = new long[ledger.Accounts.Count];
        var empty = new bool[legs.Length];
        for (var place = 0; place < legs.Length; place++)
        {
            var leg = legs[place];
            var m = leg >> 1;
            var a = at.Account(leg);
            balance[a] = kind[m] switch
            {
                MovementKind.OpeningDebt => -Math.Abs(debitMinor[m]),
                MovementKind.GapOut => 0,
                _ => (leg & 1) == 1 ? balance[a] + creditMinor[m] : balance[a] - debitMinor[m],
            };
            if (balance[a] < 0 && ledger.Accounts[a].Coverage == AccountCoverage.Unreconciled)
            {
                balance[a] = 0;
            }

            empty[place] = balance[a] <= 0;
        }

        var next = new int[legs.Length];
        var last = new int[ledger.Accounts.Count];
        Array.Fill(last, int.MaxValue);
        for (var place = next.Length - 1; place >= 0; place--)
        {
            var a = at.Account(legs[place]);
            last[a] = empty[place] ? place : last[a];
            next[place] = last[a];
        }

        return next;
    }
}
