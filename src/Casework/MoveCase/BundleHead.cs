namespace FinInvest.Graph.Casework.MoveCase;

/// <summary>First entry of a bundle.</summary>
/// <param name="Schema"><see cref="BundleLayout.Schema"/>.</param>
/// <param name="Version">Version of the case that was carried, as results print it.</param>
/// <param name="Chain">Link of the last decision, which the decisions of the bundle must give.</param>
public sealed record BundleHead(string Schema, int Layout, string Version, string Chain);
