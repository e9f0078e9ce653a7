using System.Numerics;
using System.Runtime.CompilerServices;

namespace FinInvest.Graph.Trace.Columns;

/// <summary>Money passing on between owner totals: only the owners that an account holds are looked at.</summary>
internal sealed partial class PoolFunds
{
    public override int Carry(PlainLegs legs, int place) =>
        owners > AccountState.OwnersMax ? place : legs.Carry(new Plain(this, legs.Transit), States, place);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Draw(int account, long part)
    {
        ref var state = ref States[account];
        var whole = state.Balance;
        foreach (var tier in tierBits)
        {
            var bits = state.Owners & tier;
            if (bits == 0)
            {
                continue;
            }

            var total = tierBits.Length == 1 ? whole : Sum(account, bits);
            var fromTier = Math.Min(part, total);
            if (fromTier == total)
            {
                DrawAll(account, bits);
                state.Owners &= ~bits;
            }
            else if (fromTier > 0)
            {
                DrawPart(account, bits, total, fromTier);
            }

            part -= fromTier;
            if (part == 0)
            {
                return;
            }
        }

        throw new InvalidOperationException($"Account {account} holds {whole}, and its owners {part} less than was to be taken.");
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private long Sum(int account, ulong bits)
    {
        var sum = 0L;
        for (; bits != 0; bits &= bits - 1)
        {
            sum += minor[(account * owners) + BitOperations.TrailingZeroCount(bits)];
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void DrawAll(int account, ulong bits)
    {
        for (; bits != 0; bits &= bits - 1)
        {
            var owner = BitOperations.TrailingZeroCount(bits);
            var at = (account * owners) + owner;
            if (owner < firstClaim)
            {
                hand.Add(owner, minor[at], 0);
            }
            else
            {
                hand.Add(owner, minor[at], origin[at]);
                origin[at] = 0;
            }

            minor[at] = 0;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void DrawPart(int account, ulong bits, long total, long part)
    {
        var n = 0;
        for (var rest = bits; rest != 0; rest &= rest - 1)
        {
            who[n] = BitOperations.TrailingZeroCount(rest);
            amounts[n] = minor[(account * owners) + who[n]];
            n++;
        }

        split.Of(amounts.AsSpan(0, n), total, part, taken.AsSpan(0, n));
        for (var i = 0; i < n; i++)
        {
            var at = (account * owners) + who[i];
            var takenOrigin = 0L;
            if (who[i] >= firstClaim)
            {
                takenOrigin = Lots.OriginOf(origin[at], taken[i], amounts[i]);
                origin[at] -= takenOrigin;
            }

            minor[at] = amounts[i] - taken[i];
            hand.Add(who[i], taken[i], takenOrigin);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Enter(int account)
    {
        States[account].Owners |= hand.Owners;
        for (var rest = hand.Owners; rest != 0; rest &= rest - 1)
        {
            var owner = BitOperations.TrailingZeroCount(rest);
            var at = (account * owners) + owner;
            minor[at] += hand.TakeOut(owner, out var originAmount);
            if (owner >= firstClaim)
            {
                origin[at] += originAmount;
            }
        }
    }

    private readonly struct Plain(PoolFunds funds, Transit transit) : IPlainFunds
    {
        /// <summary>Named credits keep shares of their own, and claim money leaves a trail where a flow is kept.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool IsPlain(int account) => (funds.flow is null || (funds.States[account].Owners & funds.claimBits) == 0) && (funds.sharesOf.Count == 0 || !funds.sharesOf.ContainsKey(account));

        public void Draw(int account, long part) => funds.Draw(account, part);

        public void Lend(int owner, long minor)
        {
            funds.hand.Add(owner, minor, 0);
            funds.books.In(owner, minor);
        }

        public void Repay(long total, long part) => funds.hand.Repay(total, part);

        public void Enter(int account, long minor) => funds.Enter(account);

        public void Spend() => funds.hand.Spend();

        public void PutInTransit(int movement) => transit.Put(movement, funds.hand);

        public bool TakeFromTransit(int movement) => transit.Take(movement, funds.hand, funds.flow is null ? int.MaxValue : funds.firstClaim);
    }
}
