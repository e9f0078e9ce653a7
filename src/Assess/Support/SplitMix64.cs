namespace FinInvest.Graph.Assess.Support;

/// <summary>
/// The draws of definitions H6: u(i, v) is a function of the seed, the variable's name and the sample's number alone, so that a run without
/// one item draws the same for all others. (SplitMix64: Steele, Lea, Flood 2014; names by FNV-1a, 64 bits.)
/// </summary>
internal static class SplitMix64
{
    public static ulong IdOf(string name)
    {
        unchecked
        {
            var hash = 14695981039346656037UL;
            foreach (var c in name)
            {
                hash = (hash ^ (byte)c) * 1099511628211UL;
                hash = (hash ^ (byte)(c >> 8)) * 1099511628211UL;
            }

            return hash;
        }
    }

    /// <summary>Whether draw i of a variable lies below a probability in hundredths; decided in integers.</summary>
    public static bool Below(ulong seed, ulong id, int i, int hundredths)
    {
        unchecked
        {
            var z = Mix(seed ^ Mix(id)) + ((ulong)(i + 1) * 0x9E3779B97F4A7C15UL);
            return (Mix(z) >> 11) * 100 < (ulong)hundredths << 53;
        }
    }

    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}
