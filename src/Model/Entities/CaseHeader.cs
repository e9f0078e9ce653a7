namespace FinInvest.Graph.Model.Entities;

/// <summary>The case: number, question asked of the expert, preparer, as-of date (data cut-off), currencies and the use the exhibit is for.</summary>
/// <param name="Purpose">"court" or "intelligence": items not permitted for it do not appear.</param>
public sealed record CaseHeader(string Id, string Number, string Question, string Preparer, Day AsOf, IReadOnlyList<Currency> Currencies,
    string Purpose = "court", string Profile = "KZ-CC48") : IFact;
