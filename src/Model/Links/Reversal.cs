namespace FinInvest.Graph.Model.Links;

/// <summary>Row undoes (part of) the movement of Of (definitions C8).</summary>
public sealed record Reversal(string Id, RowReference Row, RowReference Of, long? Minor = null) : IFact;
