namespace FinInvest.Graph.Assess.Support;

/// <summary>One end of S: its value, and the exact fraction where states were enumerated (null = sampled).</summary>
internal readonly record struct SupportValue(double Value, Fraction? Exact)
{
    /// <summary>Compared exactly where there is an exact value: a gate must not turn on rounding.</summary>
    public bool IsAbove(decimal limit) => Exact is { } exact ? exact > Fraction.FromDecimal(limit) : Value > (double)limit;
}
