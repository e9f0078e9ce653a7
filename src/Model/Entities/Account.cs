namespace FinInvest.Graph.Model.Entities;

/// <summary>An account at an institution. Id is what postings name: the IBAN where there is one.</summary>
/// <param name="ExtractComplete">False = a person has said that what we hold of it is incomplete, so it is OUTSIDE (definitions A7).</param>
/// <param name="Use">"conduit" (a correspondent's or payment agent's account that customers' payments pass), "pooled" (many customers' money, mixed), or "" = the holder's own.</param>
public sealed record Account(string Id, string Currency, string Institution = "", string Country = "", string Iban = "", string Name = "", bool ExtractComplete = true,
    string Use = "") : IFact;
