using System.Buffers.Binary;

namespace FinInvest.Graph.Store.Caching;

/// <summary>
/// The first bytes of a cache file, little-endian:
/// <code>
///   0  "FININVC1"      8  key (32 bytes)      40  number of sections (int)      44  0      48  bytes of the file (long)      56  checksum of header and table
///  64  table: one entry of 32 bytes a section: offset, bytes, checksum of its blocks, 0
/// </code>
/// Sections follow, each at a multiple of 64, the space up to the next one filled with 0.
/// </summary>
internal static class CacheHeader
{
    public const int Bytes = 64;
    public const int EntryBytes = 32;
    public const int Alignment = 64;
    private const int SumAt = 56;
    private static ReadOnlySpan<byte> Magic => "FININVC1"u8;

    public static long Padded(long length) => checked(length + Alignment - 1) / Alignment * Alignment;

    /// <summary>Header and table of a file.</summary>
    public static byte[] Write(CacheKey key, IReadOnlyList<(long Offset, long Length, ulong Sum)> sections, long fileBytes)
    {
        var header = new byte[Padded(Bytes + (sections.Count * (long)EntryBytes))];
        Magic.CopyTo(header);
        Convert.FromHexString(key.Content.Hex).CopyTo(header, 8);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(40), sections.Count);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(48), fileBytes);
        for (var s = 0; s < sections.Count; s++)
        {
            var entry = header.AsSpan(Bytes + (s * EntryBytes));
            BinaryPrimitives.WriteInt64LittleEndian(entry, sections[s].Offset);
            BinaryPrimitives.WriteInt64LittleEndian(entry[8..], sections[s].Length);
            BinaryPrimitives.WriteUInt64LittleEndian(entry[16..], sections[s].Sum);
        }

        BinaryPrimitives.WriteUInt64LittleEndian(header.AsSpan(SumAt), Sum(header));
        return header;
    }

    /// <summary>The sections a file names, or null where its header is not whole or is another key's.</summary>
    public static (long Offset, long Length, ulong Sum)[]? Read(ReadOnlySpan<byte> file, CacheKey key, long fileBytes)
    {
        if (file.Length < Bytes || !file.StartsWith(Magic) || BinaryPrimitives.ReadInt64LittleEndian(file[48..]) != fileBytes
            || !file.Slice(8, 32).SequenceEqual(Convert.FromHexString(key.Content.Hex)))
        {
            return null;
        }

        var count = BinaryPrimitives.ReadInt32LittleEndian(file[40..]);
        var tableEnd = count < 0 ? long.MaxValue : Padded(Bytes + (count * (long)EntryBytes));
        if (tableEnd > file.Length || BinaryPrimitives.ReadUInt64LittleEndian(file[SumAt..]) != Sum(file[..(int)tableEnd]))
        {
            return null;
        }

        var sections = new (long Offset, long Length, ulong Sum)[count];
        for (var s = 0; s < count; s++)
        {
            var entry = file[(Bytes + (s * EntryBytes))..];
            sections[s] = (BinaryPrimitives.ReadInt64LittleEndian(entry), BinaryPrimitives.ReadInt64LittleEndian(entry[8..]), BinaryPrimitives.ReadUInt64LittleEndian(entry[16..]));
            if (sections[s].Offset < tableEnd || sections[s].Length < 0 || sections[s].Length > fileBytes || sections[s].Offset > fileBytes - Padded(sections[s].Length))
            {
                return null;
            }
        }

        return sections;
    }

    /// <summary>The checksum of all blocks, its own place taken as 0.</summary>
    private static ulong Sum(ReadOnlySpan<byte> header)
    {
        Span<byte> first = stackalloc byte[Bytes];
        header[..Bytes].CopyTo(first);
        first.Slice(SumAt, 8).Clear();
        var sum = new BlockSum();
        sum.Add(first);
        sum.Add(header[Bytes..]);
        return sum.Value;
    }
}
