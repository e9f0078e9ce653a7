namespace FinInvest.Graph.Store.Publishing;

/// <summary>A tie between two things of the case as people see it.</summary>
/// <param name="Type">"HAS_ACCOUNT", "SUPPORTS".</param>
/// <param name="Properties">As of <see cref="PublishedNode"/>.</param>
public sealed record PublishedLink(string Type, PublishedEnd From, PublishedEnd To, IReadOnlyList<(string Name, object? Value)> Properties);
