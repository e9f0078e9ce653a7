using FinInvest.Graph.Model.Ledgers;
using FinInvest.Graph.Trace.Columns;

namespace FinInvest.Graph.Trace;

/// <summary>The credit leg: what arrives, whom it repays, what is put into the account.</summary>
internal sealed partial class RuleRun
{
    private void Credit(int movement)
    {
        var account = ledger.Credited[movement];
        var minor = ledger.CreditMinor[movement];
        var role = roles.Of[movement];
        hand.Clear();
        switch (ledger.Kind[movement])
        {
            case MovementKind.OpeningDebt:
                StartInDebt(movement, account, minor);
                return;
            case MovementKind.Opening:
                ComeIn(OwnerTable.Opening, minor);
                break;
            case MovementKind.GapReturn:
                ComeIn(OwnerTable.Unknown, minor);
                break;
            case MovementKind.Interest:
                EarnInterest(account, minor);
                break;
            default:
                Arrive(movement, minor, role);
                break;
        }

        if ((role & (MovementRole.Proceeds | MovementRole.Claimant)) != 0)
        {
            Label(movement, minor, role);
        }

        Check(movement, account, hand.Total == minor);
        rows[account]?.Arrives(hand);
        var repaid = (role & MovementRole.Reversal) != 0 ? RepayAfterReversal(movement, account) : RepayDebt(movement, account);
        rows[account]?.Enters(hand);
        if ((role & MovementRole.Reversal) != 0)
        {
            RestoreSources(movement, account);
        }

        funds.Put(account, hand, (role & MovementRole.Named) != 0 ? movement : -1);
        funds[account].Running += minor;
        Check(movement, account, Foots(account));
        rows[account]?.Credit(movement, repaid, funds[account].Running);
    }

    /// <summary>A credit repays debt in proportion to its composition, and what repaid is spent there (definitions A6).</summary>
    private long RepayDebt(int movement, int account)
    {
        var repaid = Math.Min(funds[account].Debt, hand.Total);
        if (repaid > 0)
        {
            hand.Blend(scratch);
            hand.TakeInto(part, repaid);
        }

        part.Seal();
        if ((roles.Of[movement] & MovementRole.LinkCredit) != 0)
        {
            SwapIntoTargets(movement);
        }

        books.Out(part);
        funds[account].Debt -= repaid;
        return repaid;
    }

    private void ComeIn(int owner, long minor)
    {
        hand.Add(owner, minor, 0);
        books.In(owner, minor);
    }

    private void Arrive(int movement, long minor, MovementRole role)
    {
        if (ledger.Debited[movement] == LedgerAccount.Outside)
        {
            if ((role & MovementRole.Sale) != 0 && SellFor(movement, minor))
            {
                return;
            }

            if ((role & MovementRole.Reversal) != 0 && ReturnFromOutside(movement, minor))
            {
                return;
            }

            ComeIn(OwnerTable.Own, minor);
            return;
        }

        plain.Transit.Take(movement, hand);
        if (hand.Total == minor && SameCurrency(movement))
        {
            return;
        }

        hand.Blend(scratch);

        if (SameCurrency(movement))
        {
            // A fee was taken on the way: what arrives is split off, the fee is the rest (definitions C5).
            hand.TakeInto(part, minor);
            books.Out(hand);
            part.Seal();
            part.HandOver(hand);
            return;
        }

        Scale(hand, minor);
    }

    /// <summary>Changes what is in hand to another total; gains and losses are nobody's payment (definitions C3, C6).</summary>
    private void Scale(Portion portion, long total)
    {
        portion.ScaleInto(scratch, total, (owner, gained, lostOrigin) =>
        {
            books.In(owner, gained);
            books.Out(owner, 0, lostOrigin);
        });
        portion.Clear();
        scratch.Seal();
        scratch.HandOver(portion);
    }

    /// <summary>Interest is a parcel of its own with the account's composition just before, origin 0 (definitions C6).</summary>
    private void EarnInterest(int account, long minor)
    {
        if (funds.Balance(account) == 0)
        {
            ComeIn(OwnerTable.Own, minor);
            return;
        }

        funds.Copy(account, part);
        part.Seal();
        part.Blend(scratch);
        part.Origins.Clear();
        part.ScaleInto(hand, minor, (_, _, _) => { });
        part.Clear();
        hand.Seal();
        for (var i = 0; i < hand.Count; i++)
        {
            books.In(hand.Owners[i], hand.Minors[i]);
        }
    }

    private void StartInDebt(int movement, int account, long minor)
    {
        Check(movement, account, funds.Balance(account) == 0);
        (funds[account].Debt, funds[account].Running) = (minor, -minor);
        rows[account]?.Restart(movement, -minor);
    }
}
