namespace FinInvest.Graph.Casework.Compare;

/// <summary>How far an account can be relied on, at both ends.</summary>
/// <param name="Before">Coverage and reconciled periods; empty where the ledger does not have the account.</param>
/// <param name="Because">The steps after which it changed.</param>
public sealed record AccountChange(string Account, string Before, string After, IReadOnlyList<Cause> Because);
