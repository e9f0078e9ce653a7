using System.IO.Compression;

namespace FinInvest.Graph.Ingest.Delimited;

/// <summary>Unpacks gzip and notices a file that was cut off, which the decoder alone reads as a shorter one without a word.</summary>
internal sealed class UnpackedStream(PrefixedStream packed) : Stream
{
    private readonly GZipStream inner = new(packed, CompressionMode.Decompress);
    private uint unpacked;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <exception cref="InvalidDataException">The archive is damaged or cut off.</exception>
    public override int Read(Span<byte> target)
    {
        var read = inner.Read(target);
        unpacked = unchecked(unpacked + (uint)read);
        if (read == 0 && target.Length > 0 && packed.StatedLength != unpacked)
        {
            throw new InvalidDataException();
        }

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
}
