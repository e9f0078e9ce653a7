using System.Buffers;
using System.Text;

namespace FinInvest.Graph.Present.Exhibit;

/// <summary>Takes UTF-8 in chunks of one size, so that a long text is not copied again and again while it grows, and gives it as one string.</summary>
internal sealed class TextChunks : IBufferWriter<byte>
{
    private const int ChunkBytes = 1 << 20;
    private readonly List<(byte[] Bytes, int Count)> full = [];
    private byte[] chunk = new byte[ChunkBytes];
    private int used;

    public void Advance(int count) => used += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (chunk.Length - used < Math.Max(sizeHint, 1))
        {
            full.Add((chunk, used));
            (chunk, used) = (new byte[Math.Max(sizeHint, ChunkBytes)], 0);
        }

        return chunk.AsMemory(used);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public override string ToString()
    {
        IReadOnlyList<(byte[] Bytes, int Count)> all = [.. full, (chunk, used)];
        // A chunk may end inside a character: its first bytes then count as none, the last as the character.
        var counter = Encoding.UTF8.GetDecoder();
        var chars = new char[all.Max(c => c.Count)];
        var length = all.Sum(c => counter.GetChars(c.Bytes.AsSpan(0, c.Count), chars, flush: false));
        return string.Create(length, all, (text, chunks) =>
        {
            var decoder = Encoding.UTF8.GetDecoder();
            foreach (var (bytes, count) in chunks)
            {
                text = text[decoder.GetChars(bytes.AsSpan(0, count), text, flush: false)..];
            }
        });
    }
}
