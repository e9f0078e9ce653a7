namespace FinInvest.Graph.Network;

/// <summary>Key, then hops, then start, edges and end by their places.</summary>
internal sealed class ChainOrder(PathRanking ranking) : IComparer<FoundChain>
{
    public int Compare(FoundChain? x, FoundChain? y)
    {
        if (x is null || y is null)
        {
            return x is null ? (y is null ? 0 : -1) : 1;
        }

        var c = ranking switch
        {
            PathRanking.Width => y.Width.CompareTo(x.Width),
            PathRanking.Arrival => x.Moment.CompareTo(y.Moment),
            _ => 0,
        };
        c = c != 0 ? c : x.Hops.CompareTo(y.Hops);
        c = c != 0 ? c : x.Start.Place.CompareTo(y.Start.Place);
        for (var i = 0; i < x.Edges.Length && c == 0; i++)
        {
            c = x.Places[i].CompareTo(y.Places[i]);
        }

        return c != 0 ? c : x.End.Place.CompareTo(y.End.Place);
    }
}
