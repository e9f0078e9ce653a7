namespace FinInvest.Graph.Trace.Columns;

/// <summary>What every account holds, and what a debit takes of it: the state of a run under one rule.</summary>
internal abstract class Funds(int accounts)
{
    private readonly AccountState[] states = new AccountState[accounts];

    /// <summary>Balance, debt and running balance of an account.</summary>
    public ref AccountState this[int account] => ref states[account];

    protected AccountState[] States => states;

    /// <summary>Sum of what the account holds; never below 0 (debt is kept apart).</summary>
    public long Balance(int account) => states[account].Balance;

    /// <summary>Takes part (at most the balance) as the rule says.</summary>
    /// <param name="debitOf">Movement whose sources must be remembered because a reversal names it; else -1.</param>
    public abstract void Take(int account, long part, Portion into, int debitOf);

    /// <summary>Puts a credit in as one parcel; the portion is left as it was.</summary>
    /// <param name="creditOf">Movement that a reversal or link names, so that its money stays apart; else -1.</param>
    public abstract void Put(int account, Portion portion, int creditOf);

    /// <summary>
    /// Carries legs from a place on as long as they are plain, with the result that Take and Put would give them one by one; returns the place of the first
    /// leg that it leaves to them.
    /// </summary>
    public abstract int Carry(PlainLegs legs, int place);

    /// <summary>Adds a copy of all the account holds.</summary>
    public abstract void Copy(int account, Portion into);

    /// <summary>Counts all that the accounts hold as gone, so that the books must come to nothing.</summary>
    public abstract void CountOut(Books all);

    /// <summary>Takes everything, in the account's order.</summary>
    public abstract void Empty(int account, Portion into);

    /// <summary>Takes up to part of what is left of a named credit; returns how much.</summary>
    public abstract long TakeFromCredit(int movement, long part, Portion into);

    /// <summary>Puts money back to where a named debit took it from, last taken first and each owner up to what was given; the rest stays in hand.</summary>
    public abstract void Restore(int movement, Portion portion);

    protected void Enter(int account, Portion portion)
    {
        ref var state = ref states[account];
        state.Balance += portion.Total;
        foreach (var owner in portion.Owners)
        {
            state.Owners |= AccountState.Bit(owner);
        }
    }

    protected void ForgetOwnersIfEmpty(int account)
    {
        ref var state = ref states[account];
        state.Owners = state.Balance == 0 ? 0 : state.Owners;
    }
}
