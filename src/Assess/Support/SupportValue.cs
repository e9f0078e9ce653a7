namespace FinInvest.Graph.Assess.Support;

/// <summary>One end of S: its value, and the exact fraction where states were enumerated (null = sampled).</summary>
internal readonly record struct SupportValue(double Value, Fraction? Exact);
