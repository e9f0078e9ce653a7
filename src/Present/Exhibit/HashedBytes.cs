using System.Buffers;
using System.Security.Cryptography;

namespace FinInvest.Graph.Present.Exhibit;

/// <summary>Takes bytes, hashes them and keeps none: an exhibit of a large case has a hundred million of them.</summary>
internal sealed class HashedBytes : IBufferWriter<byte>, IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] chunk = new byte[1 << 16];

    public string Hex => Convert.ToHexStringLower(hash.GetCurrentHash());

    public void Advance(int count) => hash.AppendData(chunk.AsSpan(0, count));

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (sizeHint > chunk.Length)
        {
            chunk = new byte[sizeHint];
        }

        return chunk;
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public void Dispose() => hash.Dispose();
}
