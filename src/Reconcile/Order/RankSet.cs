using System.Numerics;

namespace FinInvest.Graph.Reconcile.Order;

/// <summary>A set of ranks below a size that gives its smallest: bits in words, and a word of bits for each 64 words, level on level.</summary>
internal sealed class RankSet
{
    private readonly List<ulong[]> levels = [];

    public RankSet(int size)
    {
        var words = size;
        do
        {
            words = (words + 63) / 64;
            levels.Add(new ulong[Math.Max(1, words)]);
        }
        while (words > 1);
    }

    public void Add(int rank)
    {
        foreach (var level in levels)
        {
            level[rank >> 6] |= 1UL << (rank & 63);
            rank >>= 6;
        }
    }

    /// <summary>Removes and returns the smallest rank, -1 where there is none.</summary>
    public int TakeFirst()
    {
        var at = 0;
        for (var i = levels.Count - 1; i >= 0; i--)
        {
            var word = levels[i][at];
            if (word == 0)
            {
                return -1;
            }

            at = (at << 6) + BitOperations.TrailingZeroCount(word);
        }

        var rank = at;
        foreach (var level in levels)
        {
            level[at >> 6] &= ~(1UL << (at & 63));
            if (level[at >> 6] != 0)
            {
                break;
            }

            at >>= 6;
        }

        return rank;
    }
}
