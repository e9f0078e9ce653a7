namespace FinInvest.Graph.Model.Links;

/// <summary>Fixed exact rate of a currency to the reference unit: P/Q reference units a minor unit (definitions E3).</summary>
public sealed record ReferenceRate(string Id, string Currency, long P, long Q) : IFact;
