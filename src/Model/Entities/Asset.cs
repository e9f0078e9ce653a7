namespace FinInvest.Graph.Model.Entities;

/// <summary>A thing that may be confiscated. Value at the as-of date and what was already recovered, in minor units of Currency.</summary>
public sealed record Asset(string Id, string Name, string Currency, string Kind = "", string Holder = "", string Country = "", long? Value = null, Day ValueDay = default,
    long Recovered = 0) : IFact;
