using FinInvest.Graph.Network;

namespace FinInvest.Graph.Trace.Paths;

/// <summary>A tie between a party, company, asset or account and another, seen from one of them.</summary>
/// <param name="Kind">"holder", "interest", "control", or "relation" (leads only).</param>
/// <param name="Valid">First and last moment in UTC milliseconds, of [from, to) by days.</param>
internal readonly record struct Link(string To, string Kind, string Text, TimeInterval Valid);
