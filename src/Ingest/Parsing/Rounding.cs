namespace FinInvest.Graph.Ingest.Parsing;

/// <summary>What a mapping may state for amounts with more decimals than their currency; without it they are rejected.</summary>
internal enum Rounding
{
    /// <summary>Inexact amounts are rejected.</summary>
    None,

    /// <summary>To the nearest unit, halves to the even one.</summary>
    HalfEven,

    /// <summary>To the nearest unit, halves away from zero.</summary>
    HalfUp,

    /// <summary>Toward zero.</summary>
    Down,
}
