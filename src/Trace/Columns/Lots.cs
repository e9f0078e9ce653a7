namespace FinInvest.Graph.Trace.Columns;

/// <summary>Taking part of a composition: the amounts, and the origin amounts that go with them (definitions A2, B3).</summary>
internal static class Lots
{
    /// <summary>Subtracts part from the lots and says what each gave, by one rateable split.</summary>
    public static void Take(RateableSplit split, Span<long> minor, Span<long> origin, long total, long part, Span<long> takenMinor, Span<long> takenOrigin)
    {
        split.Of(minor, total, part, takenMinor[..minor.Length]);
        for (var i = 0; i < minor.Length; i++)
        {
            takenOrigin[i] = OriginOf(origin[i], takenMinor[i], minor[i]);
            minor[i] -= takenMinor[i];
            origin[i] -= takenOrigin[i];
        }
    }

    /// <summary>floor(origin * taken / amount); all of it with the last unit.</summary>
    public static long OriginOf(long origin, long taken, long amount) =>
        origin == 0 || taken == 0 ? 0 : taken == amount ? origin : origin == amount ? taken : RateableSplit.MultiplyDivide(origin, taken, amount, out _);
}
