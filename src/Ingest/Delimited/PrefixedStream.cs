namespace FinInvest.Graph.Ingest.Delimited;

/// <summary>A stream whose first bytes were already read to look at them; it also remembers the last eight bytes, where gzip states the length.</summary>
internal sealed class PrefixedStream(byte[] prefix, Stream rest) : Stream
{
    private int taken;
    private ulong tail;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>The last four bytes read, little-endian: the length (mod 2^32) a gzip file states at its end.</summary>
    public uint StatedLength => (uint)(tail >> 32);

    /// <summary>Reads at most this many bytes from the front and returns them with a stream that still begins with them.</summary>
    public static (byte[] Prefix, PrefixedStream Whole) Peek(Stream content, int bytes)
    {
        var prefix = new byte[bytes];
        var read = content.ReadAtLeast(prefix, bytes, throwOnEndOfStream: false);
        Array.Resize(ref prefix, read);
        return (prefix, new PrefixedStream(prefix, content));
    }

    public override int Read(Span<byte> target)
    {
        int read;
        if (taken < prefix.Length)
        {
            read = Math.Min(target.Length, prefix.Length - taken);
            prefix.AsSpan(taken, read).CopyTo(target);
            taken += read;
        }
        else
        {
            read = rest.Read(target);
        }

        foreach (var b in target[Math.Max(0, read - 8)..read])
        {
            tail = (tail >> 8) | ((ulong)b << 56);
        }

        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
    public override void Flush() => rest.Flush();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
