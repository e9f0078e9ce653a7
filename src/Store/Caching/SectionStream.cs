namespace FinInvest.Graph.Store.Caching;

/// <summary>Writes one section after another into a cache file, fills each up to the next multiple of 64 and sums its blocks.</summary>
internal sealed class SectionStream(Stream file) : Stream
{
    private readonly byte[] buffer = new byte[1 << 20];
    private BlockSum sum = new();
    private int filled;
    private long length;

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => length;

    public override long Position
    {
        get => length;
        set => throw new NotSupportedException();
    }

    /// <summary>Ends the section: its bytes and the sum of its blocks.</summary>
    public (long Length, ulong Sum) End()
    {
        var padded = (int)CacheHeader.Padded(filled);
        buffer.AsSpan(filled, padded - filled).Clear();
        Empty(padded);
        var ended = (length, sum.Value);
        length = 0;
        sum = new BlockSum();
        return ended;
    }

    public override void Write(ReadOnlySpan<byte> bytes)
    {
        length += bytes.Length;
        while (bytes.Length > 0)
        {
            var some = Math.Min(bytes.Length, buffer.Length - filled);
            bytes[..some].CopyTo(buffer.AsSpan(filled));
            bytes = bytes[some..];
            filled += some;
            if (filled == buffer.Length)
            {
                Empty(filled);
            }
        }
    }

    public override void Write(byte[] bytes, int offset, int count) => Write(bytes.AsSpan(offset, count));

    /// <summary>Nothing to do: a section is written with the next one.</summary>
    public override void Flush()
    {
    }

    public override int Read(byte[] bytes, int offset, int count) => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();

    private void Empty(int count)
    {
        sum.Add(buffer.AsSpan(0, count));
        file.Write(buffer, 0, count);
        filled = 0;
    }
}
