using System.Numerics;

namespace FinInvest.Graph.Trace.Bounds;

/// <summary>Division of amounts of at least 0, outward.</summary>
internal static class Rounding
{
    public static T Up<T>(T value, T divisor)
        where T : struct, IBinaryInteger<T> => value / divisor + (value % divisor > T.Zero ? T.One : T.Zero);

    public static T Down<T>(T value, T divisor)
        where T : struct, IBinaryInteger<T> => value / divisor;
}
