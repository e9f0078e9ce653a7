namespace FinInvest.Graph.Model.Links;

/// <summary>A party's tie to an account: holder, signatory or beneficiary; valid in [From, To).</summary>
public sealed record AccountHolder(string Id, string Account, string Party, string Role = "holder", Day? From = null, Day? To = null) : IFact;
