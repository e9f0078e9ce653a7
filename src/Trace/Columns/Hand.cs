using System.Numerics;
using System.Runtime.CompilerServices;

namespace FinInvest.Graph.Trace.Columns;

/// <summary>
/// Money in hand on the way between two accounts, by owner: what <see cref="Portion"/> is where a leg is more than money passing on.
/// Only for at most <see cref="AccountState.OwnersMax"/> owners.
/// </summary>
internal sealed class Hand(int owners, int firstClaim, RateableSplit split, Books books)
{
    private readonly long[] minor = new long[owners];
    private readonly long[] origin = new long[owners];
    private readonly long[] amounts = new long[owners];
    private readonly long[] given = new long[owners];
    private readonly int[] who = new int[owners];

    /// <summary>A bit an owner with money in hand.</summary>
    public ulong Owners { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int owner, long amount, long originAmount)
    {
        if (amount > 0)
        {
            Owners |= 1UL << owner;
            minor[owner] += amount;
            origin[owner] += originAmount;
        }
    }

    /// <summary>Takes one owner's money out of the hand.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long TakeOut(int owner, out long originAmount)
    {
        var amount = minor[owner];
        (originAmount, minor[owner], origin[owner]) = (origin[owner], 0, 0);
        Owners &= ~(1UL << owner);
        return amount;
    }

    /// <summary>Everything in hand leaves the ledger.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Spend()
    {
        for (var rest = Owners; rest != 0; rest &= rest - 1)
        {
            var owner = BitOperations.TrailingZeroCount(rest);
            books.Out(owner, minor[owner], origin[owner]);
            (minor[owner], origin[owner]) = (0, 0);
        }

        Owners = 0;
    }

    /// <summary>Repays debt rateably with part of a credit that comes to total (definitions A6).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Repay(long total, long part)
    {
        if (part == total)
        {
            Spend();
            return;
        }

        var n = 0;
        for (var rest = Owners; rest != 0; rest &= rest - 1)
        {
            who[n] = BitOperations.TrailingZeroCount(rest);
            amounts[n] = minor[who[n]];
            n++;
        }

        split.Of(amounts.AsSpan(0, n), total, part, given.AsSpan(0, n));
        for (var i = 0; i < n; i++)
        {
            var owner = who[i];
            var takenOrigin = owner < firstClaim ? 0 : Lots.OriginOf(origin[owner], given[i], minor[owner]);
            books.Out(owner, given[i], takenOrigin);
            minor[owner] -= given[i];
            origin[owner] -= takenOrigin;
            Owners &= minor[owner] == 0 ? ~(1UL << owner) : ulong.MaxValue;
        }
    }

    /// <summary>Moves everything in hand into lots, in the order of owners.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void MoveTo(Span<Lot> lots)
    {
        var n = 0;
        for (var rest = Owners; rest != 0; rest &= rest - 1)
        {
            var owner = BitOperations.TrailingZeroCount(rest);
            lots[n++] = new Lot { Owner = owner, Minor = minor[owner], Origin = origin[owner], Node = FlowLog.Unknown };
            (minor[owner], origin[owner]) = (0, 0);
        }

        Owners = 0;
    }
}
