using System.Collections;
using System.Text;
using FinInvest.Graph.Store.Neo4j.Transport;
using Driver = global::Neo4j.Driver;

namespace FinInvest.Graph.Store.Neo4j.Bolt.Channel;

/// <summary>A record of the driver as a row.</summary>
internal sealed class RecordValues(IReadOnlyList<string> names) : IRowValues
{
    private Driver.IRecord record = null!;
    private byte[] bytes = [];

    public int Count => names.Count;

    public void Stand(Driver.IRecord current) => record = current;

    public bool IsNull(int column) => record[column] is null;

    public long Int64(int column) => record[column] is long value ? value : throw Wrong(column, "a whole number of 64 bits");

    public string Text(int column) => record[column] as string ?? throw Wrong(column, "a text");

    public ReadOnlySpan<byte> Utf8(int column)
    {
        var text = Text(column);
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (bytes.Length < most)
        {
            bytes = new byte[Math.Max(256, most)];
        }

        return bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes));
    }

    public bool Boolean(int column) => record[column] is bool value ? value : throw Wrong(column, "true or false");

    public IReadOnlyList<long> Int64s(int column) => [.. List(column).Select(v => v is long value ? value : throw Wrong(column, "a list of whole numbers"))];

    public IReadOnlyList<string?> Texts(int column) => [.. List(column).Select(v => v is null or string ? (string?)v : throw Wrong(column, "a list of texts"))];

    private IEnumerable<object?> List(int column) => record[column] is IEnumerable list and not string ? list.Cast<object?>() : throw Wrong(column, "a list");

    private InvalidOperationException Wrong(int column, string expected) => new($"Column {names[column]} was to hold {expected} and holds a {record[column]?.GetType().Name ?? "null"}.");
}
