using System.Text;

namespace FinInvest.Graph.Casework.Caching;

/// <summary>Reads what <see cref="SectionWriter"/> wrote.</summary>
internal sealed class SectionReader(Column<byte> from)
{
    private readonly List<string> texts = [];
    private int at;

    public long Number()
    {
        var bytes = from.Span;
        var rest = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var b = bytes[at++];
            rest |= (ulong)(b & 0x7f) << shift;
            if (b < 0x80)
            {
                return unchecked((long)(rest >> 1) ^ -(long)(rest & 1));
            }
        }
    }

    public int Int() => checked((int)Number());

    public long? NumberOrNone() => Flag() ? Number() : null;

    public bool Flag() => Number() != 0;

    public Day Day() => new(Int());

    public string Text()
    {
        var known = Int();
        if (known > 0)
        {
            return texts[known - 1];
        }

        var bytes = Int();
        var text = Encoding.UTF8.GetString(from.Span.Slice(at, bytes));
        at += bytes;
        texts.Add(text);
        return text;
    }

    public RowKey Row() => new(new Sha256(Text()), Text(), Int());

    public T[] List<T>(Func<T> read)
    {
        var items = new T[Int()];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = read();
        }

        return items;
    }
}
