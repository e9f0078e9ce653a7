namespace FinInvest.Graph.Network;

/// <summary>Where a path may begin: it leaves the node after a place and not before a moment.</summary>
/// <param name="IsLinked">It begins with a link, not with money: no gap is measured from its moment.</param>
/// <param name="Id">The caller's own number.</param>
public readonly record struct PathStart(int Node, int Place, long Weight, long Low, int Id, bool IsLinked = false)
{
    /// <summary>When money came in, for gaps; long.MinValue where none did.</summary>
    public long ArrivedLow => IsLinked ? long.MinValue : Low;
}
