using FinInvest.Graph.Network;

namespace FinInvest.Graph.Trace.Paths;

/// <summary>Starts of one question that have equally many links before the money.</summary>
/// <param name="Marks">Claim of each start by its id; null for a start that is no named credit.</param>
/// <param name="Chains">Links of each start by its id; empty where paths begin with money.</param>
internal sealed record StartSet(IReadOnlyList<PathStart> Starts, IReadOnlyList<ClaimMark?> Marks, IReadOnlyList<LinkChain> Chains)
{
    /// <summary>Links before the money.</summary>
    public int LinkCount => Chains.Count == 0 ? 0 : Chains[0].Hops.Count;
}
