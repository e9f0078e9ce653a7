namespace FinInvest.Graph.Model.Entities;

/// <summary>Who an item rests on in the end (a bank, a registry, a witness). Reliability A to F is set by a person here, never derived.</summary>
public sealed record RootSource(string Id, string Name, string Reliability = "", string Country = "") : IFact;
