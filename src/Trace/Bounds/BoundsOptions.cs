namespace FinInvest.Graph.Trace.Bounds;

/// <summary>What bounds are asked for.</summary>
/// <param name="WithSet">Also the joint bounds of all targets that are held at the as-of date, where there are at least two.</param>
/// <param name="Acts">Acts whose claims are scored; null = all. For some acts only, the bounds are those of definitions E5.</param>
/// <param name="WithLinks">With the case's coordination links (definitions E7); the bounds are then outer ones.</param>
/// <param name="WithFloor">Also the day-batch bounds; without, Floor is the lower bound of the recorded order.</param>
/// <param name="WithCuts">Also the minimum cuts in words.</param>
/// <param name="WholeLedger">On the network of all accounts instead of those that may lie on the corridor: the same answer, many times slower.</param>
/// <param name="Proof">How each hop is proved: then also the evidence-proof floor by tier (definitions E7).</param>
public sealed record BoundsOptions(bool WithSet = true, IReadOnlyList<string>? Acts = null, bool WithLinks = false, bool WithFloor = true, bool WithCuts = true,
    HopTiers? Proof = null, bool WholeLedger = false);
