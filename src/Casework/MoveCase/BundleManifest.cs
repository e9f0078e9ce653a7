namespace FinInvest.Graph.Casework.MoveCase;

/// <summary>Last entry of a bundle: every other one, in their order.</summary>
public sealed record BundleManifest(IReadOnlyList<BundleFile> Files);
