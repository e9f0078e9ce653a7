namespace FinInvest.Graph.Ingest.Mapping;

/// <summary>A line that is no row, known by how its first filled cell begins: skipped, and its amount taken where it states a balance.</summary>
/// <param name="Starts">Words the first filled cell begins with, without regard to case.</param>
/// <param name="Is">"skip", "opening", "closing" (the line's last amount is taken) or "account" (the next cell, or the text after the words).</param>
public sealed record LineRule(string Starts, string Is = "skip");
