namespace FinInvest.Graph.Model.Results;

/// <summary>A party's effective interest in a target: probability of absorption (definitions G1), as a range (G2).</summary>
public sealed record OwnerShare(string Party, string Name, double Low, double High, IReadOnlyList<string> Through);
