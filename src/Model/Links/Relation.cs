namespace FinInvest.Graph.Model.Links;

/// <summary>A tie between parties that is not ownership: spouse, director, relative, proxy.</summary>
public sealed record Relation(string Id, string From, string To, string Kind, string Text = "") : IFact;
