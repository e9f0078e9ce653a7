namespace FinInvest.Graph.Model.Provenance;

/// <summary>A fact with where it came from. Load is 0 until the store has given one.</summary>
public sealed record FactRow(IFact Fact, Sha256 Document, int Row, long Load = 0);
