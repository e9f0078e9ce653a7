namespace FinInvest.Graph.Store.Publishing;

/// <summary>The effective ledger and the facts of one version of a case, as they are shown to people.</summary>
/// <param name="AsOf">The case's as-of date.</param>
/// <param name="Accounts">Accounts of the ledger and those that facts name, each once by its id, with what is known of it; label Account.</param>
/// <param name="Nodes">Facts in the words of the field; label and key are unique together.</param>
/// <param name="Links">What ties them to each other, to accounts, rows and documents; at least one end is of <paramref name="Nodes"/>.</param>
public sealed record Publication(CaseVersion Version, Day AsOf, Ledger Ledger, IReadOnlyList<PublishedNode> Accounts, IReadOnlyList<PublishedNode> Nodes, IReadOnlyList<PublishedLink> Links);
