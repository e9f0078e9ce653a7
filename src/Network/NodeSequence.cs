namespace FinInvest.Graph.Network;

/// <summary>A node sequence that compares by its nodes.</summary>
internal readonly struct NodeSequence(int[] nodes) : IEquatable<NodeSequence>
{
    private readonly int[] nodes = nodes;

    public bool Equals(NodeSequence other) => nodes.AsSpan().SequenceEqual(other.nodes);

    public override bool Equals(object? obj) => obj is NodeSequence other && Equals(other);

    public override int GetHashCode()
    {
        var hash = 17;
        foreach (var v in nodes)
        {
            hash = unchecked((hash * 31) + v);
        }

        return hash;
    }
}
