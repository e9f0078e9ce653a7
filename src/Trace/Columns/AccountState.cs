namespace FinInvest.Graph.Trace.Columns;

/// <summary>What every leg asks of an account, together in memory.</summary>
internal struct AccountState
{
    /// <summary>Sum of what the account holds; never below 0.</summary>
    public long Balance;

    /// <summary>What it owes its bank (definitions A6).</summary>
    public long Debt;

    /// <summary>The balance by the legs alone; at every leg it is Balance - Debt.</summary>
    public long Running;

    /// <summary>A bit an owner who may have money here; owners from 63 on share the last bit.</summary>
    public ulong Owners;

    public const int OwnersMax = 64;

    public static ulong Bit(int owner) => 1UL << Math.Min(owner, OwnersMax - 1);
}
