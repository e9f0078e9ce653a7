using System.Buffers.Binary;
using System.Numerics;

namespace FinInvest.Graph.Store.Caching;

/// <summary>A checksum of blocks of 32 bytes: four CRC-32C side by side, one for each eighth byte quarter, which the processor counts in one step each.</summary>
internal struct BlockSum()
{
    public const int BlockBytes = 32;
    private uint a = uint.MaxValue;
    private uint b = uint.MaxValue;
    private uint c = uint.MaxValue;
    private uint d = uint.MaxValue;

    /// <param name="bytes">Whole blocks.</param>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        var (w, x, y, z) = (a, b, c, d);
        for (; bytes.Length >= BlockBytes; bytes = bytes[BlockBytes..])
        {
            w = BitOperations.Crc32C(w, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            x = BitOperations.Crc32C(x, BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]));
            y = BitOperations.Crc32C(y, BinaryPrimitives.ReadUInt64LittleEndian(bytes[16..]));
            z = BitOperations.Crc32C(z, BinaryPrimitives.ReadUInt64LittleEndian(bytes[24..]));
        }

        (a, b, c, d) = (w, x, y, z);
    }

    /// <summary>The sum so far: 64 bits.</summary>
    public readonly ulong Value => ((ulong)BitOperations.Crc32C(a, b) << 32) | BitOperations.Crc32C(c, d);
}
