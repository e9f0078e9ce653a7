using System.Security.Cryptography;

namespace FinInvest.Graph.Model.Values;

/// <summary>The SHA-256 of a document's bytes, as 64 lower-case hex digits: the identity of a source document.</summary>
public readonly record struct Sha256(string Hex) : IComparable<Sha256>
{
    public static Sha256 Of(ReadOnlySpan<byte> bytes) => new(Convert.ToHexStringLower(SHA256.HashData(bytes)));
    public int CompareTo(Sha256 other) => string.CompareOrdinal(Hex, other.Hex);
    public string Short(int digits = 6) => Hex.Length <= digits ? Hex : Hex[..digits];
    public override string ToString() => Hex;
    public static bool operator <(Sha256 a, Sha256 b) => a.CompareTo(b) < 0;
    public static bool operator >(Sha256 a, Sha256 b) => a.CompareTo(b) > 0;
    public static bool operator <=(Sha256 a, Sha256 b) => a.CompareTo(b) <= 0;
    public static bool operator >=(Sha256 a, Sha256 b) => a.CompareTo(b) >= 0;
}
