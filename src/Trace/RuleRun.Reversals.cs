using FinInvest.Graph.Model.Ledgers;
using FinInvest.Graph.Trace.Columns;

namespace FinInvest.Graph.Trace;

/// <summary>Reversals undo a transfer: from its parcel at the receiver, back into the parcels it came from at the sender (definitions C8).</summary>
internal sealed partial class RuleRun
{
    private readonly Dictionary<int, Undoable> undoable = [];

    /// <summary>What a reversal of this movement will need: what the bank paid of it, and its composition where it leaves the case.</summary>
    private void Remember(int movement, long unfunded)
    {
        var gone = NewPortion();
        if (ledger.Credited[movement] == LedgerAccount.Outside)
        {
            for (var i = 0; i < hand.Count; i++)
            {
                gone.Add(hand.Owners[i], hand.Minors[i], hand.Origins[i], hand.Nodes[i]);
            }

            gone.Seal();
        }

        undoable[movement] = new Undoable(gone) { Unfunded = unfunded };
    }

    /// <summary>First what is left of the undone transfer's parcel, the rest as an ordinary debit.</summary>
    private void TakeForReversal(int movement, int account, long funded)
    {
        var reversal = roles.Reversals[movement];
        var taken = ledger.Credited[reversal.Of] == account ? funds.TakeFromCredit(reversal.Of, Math.Min(funded, reversal.Minor), hand) : 0;
        funds.Take(account, funded - taken, hand, (roles.Of[movement] & MovementRole.Named) != 0 ? movement : -1);
    }

    /// <summary>A payment that left the case returns its own composition; what it cannot explain is own. False where nothing is remembered.</summary>
    private bool ReturnFromOutside(int movement, long minor)
    {
        var reversal = roles.Reversals[movement];
        if (!undoable.TryGetValue(reversal.Of, out var undone) || undone.Gone.Total == 0)
        {
            return false;
        }

        undone.Gone.TakeInto(hand, Math.Min(minor, undone.Gone.Total));
        hand.Seal();
        for (var i = 0; i < hand.Count; i++)
        {
            books.In(hand.Owners[i], hand.Minors[i], hand.Origins[i]);
        }

        if (hand.Total < minor)
        {
            hand.NextLot();
            ComeIn(OwnerTable.Own, minor - hand.Total);
        }

        return true;
    }

    /// <summary>Owner bank repays first, up to what the undone transfer left unfunded; then debt is repaid as by any credit.</summary>
    private long RepayAfterReversal(int movement, int account)
    {
        var bank = 0L;
        if (undoable.TryGetValue(roles.Reversals[movement].Of, out var undone))
        {
            bank = Math.Min(Math.Min(hand.Of(OwnerTable.Bank), undone.Unfunded), funds[account].Debt);
            if (bank > 0)
            {
                hand.TakeOwner(OwnerTable.Bank, bank);
                books.Out(OwnerTable.Bank, bank);
                funds[account].Debt -= bank;
                undone.Unfunded -= bank;
            }
        }

        return bank + RepayDebt(movement, account);
    }

    /// <summary>Puts what came back into the parcels it was taken from; the rest stays in hand, for a new parcel.</summary>
    private void RestoreSources(int movement, int account)
    {
        var undone = roles.Reversals[movement].Of;
        if (ledger.Debited[undone] == account)
        {
            funds.Restore(undone, hand);
        }
    }

    private sealed class Undoable(Portion gone)
    {
        public Portion Gone { get; } = gone;
        public long Unfunded { get; set; }
    }
}
