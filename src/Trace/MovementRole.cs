namespace FinInvest.Graph.Trace;

/// <summary>What the register says of a movement.</summary>
[Flags]
internal enum MovementRole : byte
{
    None = 0,
    Proceeds = 1,
    Claimant = 2,
    CostLine = 4,
    Sale = 8,

    /// <summary>Undoes an earlier movement.</summary>
    Reversal = 16,

    /// <summary>Named by a reversal or a link: its sources and its money are remembered.</summary>
    Named = 32,
    LinkCredit = 64,
}
