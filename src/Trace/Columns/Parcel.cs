namespace FinInvest.Graph.Trace.Columns;

/// <summary>One credit's money as far as it is still in its account; what a leg asks of it lies together in memory.</summary>
internal struct Parcel
{
    public long Amount;

    /// <summary>Its lots in the pool.</summary>
    public int Start;
    public int Count;

    /// <summary>Neighbours in order of arrival.</summary>
    public int Previous;
    public int Next;

    /// <summary>Something still refers to it (a named credit, the source of a debit that is reversed later): it keeps its place when it is empty.</summary>
    public bool KeepsPlace;
}
