using System.Globalization;
using System.Numerics;

namespace FinInvest.Graph.Assess.Support;

/// <summary>An exact rational number in lowest terms with a positive denominator: what A(s) and S are made of, so that no gate turns on rounding.</summary>
internal readonly struct Fraction : IComparable<Fraction>, IEquatable<Fraction>
{
    /// <summary>Longest text that is still worth printing as p/q.</summary>
    private const int ShortText = 48;

    private readonly BigInteger denominatorLessOne;

    public Fraction(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.Sign <= 0)
        {
            throw new InvalidOperationException("A fraction needs a positive denominator.");
        }

        var common = BigInteger.GreatestCommonDivisor(numerator, denominator);
        Numerator = numerator / common;
        denominatorLessOne = (denominator / common) - 1;
    }

    public static Fraction Zero => default;
    public static Fraction One => new(1, 1);
    public BigInteger Numerator { get; }

    /// <summary>Kept less one, so that the default value is 0/1.</summary>
    public BigInteger Denominator => denominatorLessOne + 1;

    public static Fraction FromDecimal(decimal value)
    {
        var bits = decimal.GetBits(value);
        var scale = (bits[3] >> 16) & 0xFF;
        var ten = BigInteger.Pow(10, scale);
        return new Fraction(new BigInteger(value * (decimal)ten), ten);
    }

    public static Fraction operator +(Fraction a, Fraction b) => new((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator);
    public static Fraction operator -(Fraction a, Fraction b) => new((a.Numerator * b.Denominator) - (b.Numerator * a.Denominator), a.Denominator * b.Denominator);
    public static Fraction operator *(Fraction a, Fraction b) => new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);
    public static bool operator <(Fraction a, Fraction b) => a.CompareTo(b) < 0;
    public static bool operator >(Fraction a, Fraction b) => a.CompareTo(b) > 0;
    public static bool operator <=(Fraction a, Fraction b) => a.CompareTo(b) <= 0;
    public static bool operator >=(Fraction a, Fraction b) => a.CompareTo(b) >= 0;
    public static bool operator ==(Fraction a, Fraction b) => a.Equals(b);
    public static bool operator !=(Fraction a, Fraction b) => !a.Equals(b);

    public int CompareTo(Fraction other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);
    public bool Equals(Fraction other) => Numerator == other.Numerator && denominatorLessOne == other.denominatorLessOne;
    public override bool Equals(object? obj) => obj is Fraction other && Equals(other);
    public override int GetHashCode() => HashCode.Combine(Numerator, denominatorLessOne);

    /// <summary>Nearest double of a value of any length: both parts are cut to 1,000 bits first, which costs less than one unit of the last place.</summary>
    public double ToDouble()
    {
        var shift = (int)Math.Max(0, Math.Max(Numerator.GetBitLength(), Denominator.GetBitLength()) - 1000);
        return (double)(Numerator >> shift) / (double)(Denominator >> shift);
    }

    public override string ToString() => Denominator.IsOne
        ? Numerator.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");

    /// <summary>The fraction as p/q where that is short, else "".</summary>
    public string ShortOrEmpty() => ToString() is { Length: <= ShortText } text ? text : "";
}
