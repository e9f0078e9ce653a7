using System.Buffers;
using System.Text.Json;

namespace FinInvest.Graph.Casework.MoveCase;

/// <summary>JSON lines into a stream: one value a line, each ended by a line feed.</summary>
internal sealed class LineWriter : IDisposable
{
    private const int BlockBytes = 1 << 17;
    private readonly Stream target;
    private readonly ArrayBufferWriter<byte> buffer = new(BlockBytes * 2);
    private readonly Utf8JsonWriter json;

    public LineWriter(Stream target)
    {
        this.target = target;
        json = new Utf8JsonWriter(buffer, PostingLines.Writing);
    }

    public void Add<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        json.Reset(buffer);
        write(json, value);
        json.Flush();
        buffer.Write("\n"u8);
        if (buffer.WrittenCount >= BlockBytes)
        {
            Empty();
        }
    }

    public void Dispose()
    {
        Empty();
        json.Dispose();
    }

    private void Empty()
    {
        target.Write(buffer.WrittenSpan);
        buffer.ResetWrittenCount();
    }
}
