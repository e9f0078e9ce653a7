namespace FinInvest.Graph.Trace.Columns;

/// <summary>What every account holds, and what a debit takes of it: the state of a run under one rule.</summary>
internal abstract class Funds
{
    /// <summary>Sum of what the account holds; never below 0 (debt is kept apart).</summary>
    public abstract long Balance(int account);

    /// <summary>Takes part (at most the balance) as the rule says.</summary>
    /// <param name="debitOf">Movement whose sources must be remembered because a reversal names it; else -1.</param>
    public abstract void Take(int account, long part, Portion into, int debitOf);

    /// <summary>Puts a credit in as one parcel; the portion is left as it was.</summary>
    /// <param name="creditOf">Movement that a reversal or link names, so that its money stays apart; else -1.</param>
    public abstract void Put(int account, Portion portion, int creditOf);

    /// <summary>Adds a copy of all the account holds.</summary>
    public abstract void Copy(int account, Portion into);

    /// <summary>Takes everything, in the account's order.</summary>
    public abstract void Empty(int account, Portion into);

    /// <summary>Takes up to part of what is left of a named credit; returns how much.</summary>
    public abstract long TakeFromCredit(int movement, long part, Portion into);

    /// <summary>Puts money back to where a named debit took it from, last taken first and each owner up to what was given; the rest stays in hand.</summary>
    public abstract void Restore(int movement, Portion portion);
}
