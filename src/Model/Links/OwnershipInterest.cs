namespace FinInvest.Graph.Model.Links;

/// <summary>Owner holds a share of (or controls) a company, asset or account; valid in [From, To) (definitions G1).</summary>
/// <param name="Kind">"shares", "votes", "control" (documented other means) or "holder" (of an asset).</param>
public sealed record OwnershipInterest(string Id, string Owner, string Target, Share Share, string Kind = "shares", bool Direct = true, Day? From = null, Day? To = null) : IFact;
