namespace FinInvest.Graph.Casework.MoveCase;

/// <summary>A line of the manifest.</summary>
public sealed record BundleFile(string Name, long Bytes, string Sha256);
