namespace FinInvest.Graph.Trace.Columns;

/// <summary>One owner's part of a composition.</summary>
internal struct Lot
{
    public long Minor;

    /// <summary>Origin amount of claims (definitions B3); 0 for other owners.</summary>
    public long Origin;
    public int Owner;

    /// <summary>Flow node of claims; unknown where no flow is kept.</summary>
    public int Node;

    /// <summary>Number of the lot in transit, where lots keep their order.</summary>
    public int Number;
}
