using System.Globalization;
using System.IO.Compression;

namespace FinInvest.Graph.Ingest.Workbooks;

/// <summary>
/// The unpacked bytes of one part of a workbook, counted and checked while they are read: a small file that unpacks to a giant one, one endless piece of XML,
/// and bytes whose check sum is not the stated one (a flipped bit could be a digit) all end in a <see cref="WorkbookException"/>.
/// </summary>
internal sealed class PartStream(ZipArchiveEntry entry, UnpackedBytes budget) : Stream
{
    private static readonly uint[] Table = MakeTable();
    private readonly Stream inner = Open(entry);
    private uint sum = uint.MaxValue;
    private long sinceTag;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(Span<byte> target)
    {
        int read;
        try
        {
            read = inner.Read(target);
        }
        catch (InvalidDataException)
        {
            throw WorkbookException.Damaged($"{entry.FullName} cannot be unpacked.");
        }

        if (read == 0 && target.Length > 0 && ~sum != entry.Crc32)
        {
            throw WorkbookException.Damaged($"The check sum of {entry.FullName} is wrong.");
        }

        budget.Take(read);
        var bytes = target[..read];
        foreach (var b in bytes)
        {
            sum = Table[(sum ^ b) & 0xFF] ^ (sum >> 8);
        }

        var last = bytes.LastIndexOf((byte)'<');
        var first = last < 0 ? read : bytes.IndexOf((byte)'<');
        if (sinceTag + first > Limits.WorkbookPieceBytesMax)
        {
            throw WorkbookException.Unsafe(string.Create(CultureInfo.InvariantCulture, $"{entry.FullName} has a piece of XML of more than {Limits.WorkbookPieceBytesMax} bytes."));
        }

        sinceTag = last < 0 ? sinceTag + read : read - last;
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
    public override void Flush() => inner.Flush();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        inner.Dispose();
        base.Dispose(disposing);
    }

    private static Stream Open(ZipArchiveEntry entry)
    {
        try
        {
            return entry.Open();
        }
        catch (InvalidDataException)
        {
            throw WorkbookException.Damaged($"{entry.FullName} cannot be unpacked.");
        }
    }

    private static uint[] MakeTable()
    {
        var table = new uint[256];
        for (var i = 0u; i < table.Length; i++)
        {
            var value = i;
            for (var bit = 0; bit < 8; bit++)
            {
                value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ 0xEDB88320;
            }

            table[i] = value;
        }

        return table;
    }
}
