using System.Text;

namespace FinInvest.Graph.Store.Neo4j.Reading;

/// <summary>Places of currency codes in the case's list, by their bytes.</summary>
internal sealed class CurrencyPlaces(IReadOnlyList<string> codes)
{
    private readonly byte[][] bytes = [.. codes.Select(Encoding.UTF8.GetBytes)];
    private int last;

    /// <summary>Throws InvalidDataException for a code that the case does not list.</summary>
    public byte Of(ReadOnlySpan<byte> code)
    {
        if (last < bytes.Length && code.SequenceEqual(bytes[last]))
        {
            return (byte)last;
        }

        for (var i = 0; i < bytes.Length; i++)
        {
            if (code.SequenceEqual(bytes[i]))
            {
                last = i;
                return (byte)i;
            }
        }

        throw new InvalidDataException("A row has a currency that the case does not list: another program wrote to this database. Restore the case from a backup.");
    }
}
