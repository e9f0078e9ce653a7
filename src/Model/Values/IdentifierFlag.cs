namespace FinInvest.Graph.Model.Values;

/// <summary>An identifier of a fact that fails its check: which field, the text, and why.</summary>
public sealed record IdentifierFlag(string Field, string Text, string Reason);
