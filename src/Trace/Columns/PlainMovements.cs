using System.Runtime.CompilerServices;
using FinInvest.Graph.Model.Ledgers;

namespace FinInvest.Graph.Trace.Columns;

/// <summary>
/// Which movements are nothing but money passing on, so that <see cref="Funds.Carry"/> may carry them without looking further: the register says nothing of
/// them, no running ledger is written, and what arrives is what left.
/// </summary>
internal sealed class PlainMovements
{
    public const byte No = 0;

    /// <summary>From an account, to another one or to OUTSIDE.</summary>
    public const byte Passes = 1;

    /// <summary>From OUTSIDE; the owner is this code less First.</summary>
    public const byte First = 2;

    /// <param name="watched">By account: whether its running ledger is wanted.</param>
    /// <param name="currencyOf">By account: a number of its currency.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public PlainMovements(Ledger ledger, MovementRole[] roles, ReadOnlySpan<bool> watched, ReadOnlySpan<int> currencyOf)
    {
        Of = new byte[ledger.Count];
        var debited = ledger.Debited.Span;
        var credited = ledger.Credited.Span;
        var debitMinor = ledger.DebitMinor.Span;
        var creditMinor = ledger.CreditMinor.Span;
        var kind = ledger.Kind.Span;
        for (var m = 0; m < Of.Length; m++)
        {
            var (from, to) = (debited[m], credited[m]);
            if (roles[m] == MovementRole.None && !watched[from] && !watched[to])
            {
                Of[m] = kind[m] switch
                {
                    MovementKind.Transfer or MovementKind.BankFee when from == LedgerAccount.Outside => First + OwnerTable.Own,
                    MovementKind.Transfer or MovementKind.BankFee => to == LedgerAccount.Outside || (debitMinor[m] == creditMinor[m] && currencyOf[from] == currencyOf[to]) ? Passes : No,
                    MovementKind.Opening => First + OwnerTable.Opening,
                    MovementKind.GapReturn => First + OwnerTable.Unknown,
                    _ => No,
                };
            }
        }
    }

    /// <summary>By movement: No, Passes, or First and the owner of what comes from OUTSIDE.</summary>
    public byte[] Of { get; }
}
