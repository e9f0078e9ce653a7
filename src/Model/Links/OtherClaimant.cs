namespace FinInvest.Graph.Model.Links;

/// <summary>A credit that belongs to an identified beneficiary who is not scored (definitions B1).</summary>
public sealed record OtherClaimant(string Id, RowReference Row, string Name) : IFact;
