namespace FinInvest.Graph.Network;

/// <summary>The first and the last moment at which something can have happened, both included.</summary>
public readonly record struct TimeInterval(long Low, long High);
