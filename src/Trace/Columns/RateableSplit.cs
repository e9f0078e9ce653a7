using System.Runtime.CompilerServices;

namespace FinInvest.Graph.Trace.Columns;

/// <summary>The one rateable split (definitions A2): floor(part * amount / total), left-over units to the largest remainders, ties to the earlier place.</summary>
/// <remarks>Holds scratch memory, so that splitting allocates nothing; one instance a run.</remarks>
internal sealed class RateableSplit
{
    private ulong[] remainders = new ulong[16];

    /// <param name="amounts">At least 0, in the order of owners; their sum is total.</param>
    /// <param name="part">At least 0; above total when a sum is scaled to another currency or price.</param>
    /// <param name="taken">Receives the parts; may not overlap amounts.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Of(ReadOnlySpan<long> amounts, long total, long part, Span<long> taken)
    {
        if (part == total)
        {
            amounts.CopyTo(taken);
            return;
        }

        if (amounts.Length == 2)
        {
            taken[0] = First(amounts[0], total, part);
            taken[1] = part - taken[0];
            return;
        }

        if (remainders.Length < amounts.Length)
        {
            remainders = new ulong[amounts.Length * 2];
        }

        var rest = remainders.AsSpan(0, amounts.Length);
        var left = part;
        for (var i = 0; i < amounts.Length; i++)
        {
            var quotient = amounts[i] == 0 ? Zero(out rest[i]) : amounts[i] == total ? Whole(part, out rest[i]) : MultiplyDivide(part, amounts[i], total, out rest[i]);
            taken[i] = quotient;
            left -= quotient;
        }

        for (; left > 0; left--)
        {
            var best = 0;
            for (var i = 1; i < rest.Length; i++)
            {
                if (rest[i] > rest[best])
                {
                    best = i;
                }
            }

            rest[best] = 0;
            taken[best]++;
        }
    }

    /// <summary>The first of two parts: its floor, and the one unit that may be left over where its remainder is not the smaller. One division instead of two.</summary>
    private static long First(long amount, long total, long part)
    {
        var floor = MultiplyDivide(part, amount, total, out var remainder);
        return remainder != 0 && remainder >= (ulong)total - remainder ? floor + 1 : floor;
    }

    /// <summary>floor(a * b / c) for amounts at least 0 and c above 0; the result must fit.</summary>
    public static long MultiplyDivide(long a, long b, long c, out ulong remainder)
    {
        var high = Math.BigMul((ulong)a, (ulong)b, out var low);
        if (high == 0)
        {
            var small = low / (ulong)c;
            remainder = low - (small * (ulong)c);
            return checked((long)small);
        }

        var product = new UInt128(high, low);
        var quotient = product / (ulong)c;
        remainder = (ulong)(product - (quotient * (ulong)c));
        return checked((long)quotient);
    }

    private static long Zero(out ulong remainder)
    {
        remainder = 0;
        return 0;
    }

    private static long Whole(long part, out ulong remainder)
    {
        remainder = 0;
        return part;
    }
}
