namespace FinInvest.Graph.Model.Entities;

/// <summary>A person or organisation. National numbers are kept as written; a failing check digit is a flag, never a reject.</summary>
/// <param name="Form">"person", "company", "state", or "other".</param>
/// <param name="Role">"subject", "victim", "third-party" or "".</param>
public sealed record Party(string Id, string Name, string Form = "", string NationalId = "", string Country = "", string Role = "", string Lei = "", string BirthDate = "") : IFact;
