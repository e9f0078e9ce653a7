namespace FinInvest.Graph.Present.Words;

/// <summary>A stretch of a sentence; where it states a figure, the place of the exhibit that it can be checked against ("B-1", "C-12", "E-2"), else "".</summary>
public readonly record struct Part(string Text, string Cite = "");
