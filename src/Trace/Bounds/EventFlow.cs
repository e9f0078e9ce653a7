using System.Numerics;
using FinInvest.Graph.Network.Flow;

namespace FinInvest.Graph.Trace.Bounds;

/// <summary>A solved question on the event network.</summary>
internal sealed record EventFlow<T>(ReducedNetwork<T> Reduced, MaximumFlow<T> Flow)
    where T : struct, IBinaryInteger<T>
{
    public T Value => Flow.Value;
}
