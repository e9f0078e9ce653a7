namespace FinInvest.Graph.Model.Links;

/// <summary>A named credit, or cash on a day, that an episode yields (definitions B2, B4).</summary>
/// <param name="Row">The credit; null for cash.</param>
/// <param name="Minor">Amount named; null = the whole credit.</param>
/// <param name="SameAs">Id of other proceeds that are the same money (stolen by one act, laundered by another): it is charged twice and counts once. Null = none.</param>
public sealed record Proceeds(string Id, string Episode, RowReference? Row, long? Minor = null, Day Day = default, string? SameAs = null) : IFact;
