namespace FinInvest.Graph.Model.Results;

/// <summary>Part of a sum that belongs to an owner; OriginMinor is what of it the register charged (definitions B3), 0 for non-claims.</summary>
public sealed record OwnedAmount(string Owner, OwnerClass Class, long Minor, long OriginMinor = 0);
