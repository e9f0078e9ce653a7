namespace FinInvest.Graph.Trace.Columns;

/// <summary>What <see cref="PlainLegs"/> asks of a kind of funds; a struct, so that its loop is compiled for each kind and no leg costs a virtual call.</summary>
internal interface IPlainFunds
{
    /// <summary>Whether a debit of this account needs no more than <see cref="Draw"/>.</summary>
    bool IsPlain(int account);

    /// <summary>Takes part (at most the balance, above 0) of an account into the hand.</summary>
    void Draw(int account, long part);

    /// <summary>What the bank, or nobody knows who, pays beside what was drawn.</summary>
    void Lend(int owner, long minor);

    /// <summary>Repays debt with part of what is in hand.</summary>
    void Repay(long total, long part);

    /// <summary>Puts what is in hand, minor in sum, into an account.</summary>
    void Enter(int account, long minor);

    /// <summary>What is in hand leaves the ledger.</summary>
    void Spend();

    void PutInTransit(int movement);

    /// <summary>False where what is in transit needs more than <see cref="Enter"/>; it then stays there.</summary>
    bool TakeFromTransit(int movement);
}
