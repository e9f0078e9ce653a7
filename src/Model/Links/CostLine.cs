namespace FinInvest.Graph.Model.Links;

/// <summary>A line of an asset's cost (definitions C3, C4).</summary>
/// <param name="Acquisition">0 for the first acquisition, 1 for what replaced it, and so on.</param>
/// <param name="Kind">"price", "tax", "improvement" or "loan" (loan: no row, owner bank).</param>
public sealed record CostLine(string Id, string Asset, int Acquisition, string Kind, RowReference? Row, long? Minor = null, Day Day = default) : IFact;
