namespace FinInvest.Graph.Model.Results;

/// <summary>A day on which a party's effective interest in a target, or its control of it, changed (definitions G1 to G3).</summary>
/// <param name="On">First day of the new state; null for what is declared without a first day.</param>
/// <param name="Party">The party, or "unknown" for what nobody declares.</param>
/// <param name="Low">Effective interest from that day, 0 to 1, at the low ends of ranges; <paramref name="High"/> at the high ends.</param>
/// <param name="Control">"controls", "may control" or "no control" from that day.</param>
/// <param name="RestsOn">The declared interests that began or ended that day and bear on the change.</param>
public sealed record OwnershipChange(Day? On, string Party, string Name, double LowBefore, double HighBefore, double Low, double High, string ControlBefore, string Control,
    IReadOnlyList<CitedFact> RestsOn);
