namespace FinInvest.Graph.Present.Charts;

/// <summary>What a box of a chart stands for; each kind has an outline of its own.</summary>
public enum ChartBoxKind
{
    Account,

    /// <summary>Where money comes from that nobody has rows of: the payer of a named credit, cash.</summary>
    Outside,
    Asset,
    Party,
}
