namespace FinInvest.Graph.Store;

/// <summary>What one look at a server that keeps cases found.</summary>
/// <param name="Sentence">What is wrong and what to do, for a person; no secret in it. "" where it is ready.</param>
/// <param name="RetryAfter">How long it is to be left alone before the next look; null = no matter.</param>
public sealed record StoreHealth(StoreCondition Condition, string Sentence = "", TimeSpan? RetryAfter = null);
