namespace FinInvest.Graph.Model.Ledgers;

/// <summary>A credit that belongs to another claimant (owner index of a third party).</summary>
public sealed record ClaimantMark(int Movement, int Owner);
