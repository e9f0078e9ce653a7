namespace FinInvest.Graph.Network;

/// <summary>A node sequence with one chain of edges over it.</summary>
/// <param name="Places">Where each edge departs.</param>
internal sealed record FoundChain(int[] Nodes, int[] Edges, int[] Places, PathStart Start, PathEnd End, long Width, long Moment)
{
    public int Hops => Edges.Length;
}
