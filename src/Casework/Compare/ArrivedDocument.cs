namespace FinInvest.Graph.Casework.Compare;

/// <summary>A file of a load between two versions.</summary>
/// <param name="Partner">Who handed it over, where anybody said so.</param>
/// <param name="IsExpunged">A court's order took it out again: of it nothing but the hash is left.</param>
public sealed record ArrivedDocument(long Load, Sha256 Document, string Name, string Partner, long Postings, long Facts, long Rejects, bool IsExpunged);
