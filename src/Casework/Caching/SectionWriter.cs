using System.Buffers;
using System.Text;

namespace FinInvest.Graph.Casework.Caching;

/// <summary>Writes values of a cache section: numbers in as few bytes as they need, a text once and then by number.</summary>
internal sealed class SectionWriter
{
    private readonly ArrayBufferWriter<byte> to = new();
    private readonly Dictionary<string, int> texts = new(StringComparer.Ordinal);

    public ReadOnlySpan<byte> Written => to.WrittenSpan;

    /// <summary>Small numbers of either sign in few bytes.</summary>
    public void Number(long value)
    {
        var rest = unchecked((ulong)(value << 1) ^ (ulong)(value >> 63));
        Span<byte> bytes = stackalloc byte[10];
        var n = 0;
        for (; rest >= 0x80; rest >>= 7)
        {
            bytes[n++] = (byte)((rest & 0x7f) | 0x80);
        }

        bytes[n++] = (byte)rest;
        to.Write(bytes[..n]);
    }

    public void Number(long? value)
    {
        Flag(value is not null);
        if (value is { } some)
        {
            Number(some);
        }
    }

    public void Flag(bool value) => Number(value ? 1 : 0);

    public void Day(Day day) => Number(day.Number);

    public void Text(string text)
    {
        if (texts.TryGetValue(text, out var known))
        {
            Number(known + 1);
            return;
        }

        texts.Add(text, texts.Count);
        Number(0);
        var bytes = Encoding.UTF8.GetByteCount(text);
        Number(bytes);
        to.Advance(Encoding.UTF8.GetBytes(text, to.GetSpan(bytes)));
    }

    public void Row(RowKey row)
    {
        Text(row.Document.Hex);
        Text(row.Statement);
        Number(row.Row);
    }

    public void List<T>(IReadOnlyCollection<T> items, Action<T> write)
    {
        Number(items.Count);
        foreach (var item in items)
        {
            write(item);
        }
    }
}
