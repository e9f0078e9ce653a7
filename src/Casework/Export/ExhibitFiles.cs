namespace FinInvest.Graph.Casework.Export;

/// <summary>An exhibit as text in its two forms.</summary>
public sealed record ExhibitFiles(string Html, string Json);
