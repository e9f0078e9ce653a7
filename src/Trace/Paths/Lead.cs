namespace FinInvest.Graph.Trace.Paths;

/// <summary>An association path: two chains of payments with one bridge between them.</summary>
/// <param name="Start">Id of the start in the run.</param>
/// <param name="End">Id of the end in the run.</param>
/// <param name="Before">Movements before the bridge; <paramref name="After"/> after it.</param>
/// <param name="Bridge">Hops of the bridge.</param>
internal sealed record Lead(PathRun Run, int Start, int End, IReadOnlyList<int> Before, IReadOnlyList<PathHop> Bridge, IReadOnlyList<int> After);
