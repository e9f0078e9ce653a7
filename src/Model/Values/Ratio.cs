using System.Globalization;
using System.Numerics;

namespace FinInvest.Graph.Model.Values;

/// <summary>An exact ratio; a ratio over zero is "not applicable", never 0 or 1 (definitions H12).</summary>
public readonly record struct Ratio(BigInteger Numerator, BigInteger Denominator)
{
    public bool IsApplicable => !Denominator.IsZero;
    public double? Value => IsApplicable ? (double)Numerator / (double)Denominator : null;

    /// <summary>Percent with one decimal, or "n/a".</summary>
    public override string ToString() => Value is { } v ? (v * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %" : "n/a";
}
