namespace FinInvest.Graph.Casework;

/// <summary>A rule of the case forbids it (two rules for one asset, a joint cap broken). Exit code 6.</summary>
public sealed class CaseRefusalException(string message) : Exception(message);
