using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace FinInvest.Graph.Store.Neo4j.Transport.Http;

/// <summary>
/// One row where it lies in the buffer of the answer: per column the token's kind, its first byte and its length (a text without its quotes, a list or map whole).
/// Nothing is made of a value until it is asked for.
/// </summary>
internal sealed class JsonRow : IRowValues
{
    private ReadOnlyMemory<byte> data;
    private JsonTokenType[] kinds = [];
    private int[] starts = [];
    private int[] lengths = [];
    private bool[] escaped = [];
    private byte[] unescaped = [];

    public IReadOnlyList<string> Names { get; private set; } = [];
    public int Count => Names.Count;

    /// <summary>How many columns of the row at hand have been noted.</summary>
    public int Noted { get; private set; }

    public void Open(IReadOnlyList<string> names)
    {
        Names = names;
        kinds = new JsonTokenType[names.Count];
        starts = new int[names.Count];
        lengths = new int[names.Count];
        escaped = new bool[names.Count];
    }

    public void Clear() => Noted = 0;

    /// <summary>False = more values than columns.</summary>
    public bool Note(JsonTokenType kind, int start, int length, bool isEscaped)
    {
        if (Noted == kinds.Length)
        {
            return false;
        }

        kinds[Noted] = kind;
        starts[Noted] = start;
        lengths[Noted] = length;
        escaped[Noted++] = isEscaped;
        return true;
    }

    /// <summary>The bytes that the noted offsets count from.</summary>
    public void Stand(ReadOnlyMemory<byte> bytes) => data = bytes;

    public bool IsNull(int column) => kinds[column] == JsonTokenType.Null;

    public long Int64(int column) =>
        kinds[column] == JsonTokenType.Number && Utf8Parser.TryParse(Raw(column), out long value, out var used) && used == lengths[column] ? value
            : throw Wrong(column, "a whole number of 64 bits");

    public string Text(int column) => Encoding.UTF8.GetString(Utf8(column));

    public ReadOnlySpan<byte> Utf8(int column)
    {
        if (kinds[column] != JsonTokenType.String)
        {
            throw Wrong(column, "a text");
        }

        if (!escaped[column])
        {
            return Raw(column);
        }

        if (unescaped.Length < lengths[column])
        {
            unescaped = new byte[Math.Max(256, 2 * lengths[column])];
        }

        var reader = new Utf8JsonReader(data.Span.Slice(starts[column] - 1, lengths[column] + 2));
        reader.Read();
        return unescaped.AsSpan(0, reader.CopyString(unescaped));
    }

    public bool Boolean(int column) => kinds[column] switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw Wrong(column, "true or false"),
    };

    public IReadOnlyList<long> Int64s(int column)
    {
        var reader = List(column);
        var values = new List<long>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            values.Add(reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var value) ? value : throw Wrong(column, "a list of whole numbers"));
        }

        return values;
    }

    public IReadOnlyList<string?> Texts(int column)
    {
        var reader = List(column);
        var values = new List<string?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            values.Add(reader.TokenType is JsonTokenType.String or JsonTokenType.Null ? reader.GetString() : throw Wrong(column, "a list of texts"));
        }

        return values;
    }

    private Utf8JsonReader List(int column)
    {
        if (kinds[column] != JsonTokenType.StartArray)
        {
            throw Wrong(column, "a list");
        }

        var reader = new Utf8JsonReader(Raw(column));
        reader.Read();
        return reader;
    }

    private ReadOnlySpan<byte> Raw(int column) => data.Span.Slice(starts[column], lengths[column]);

    private InvalidOperationException Wrong(int column, string expected) => new($"Column {Names[column]} was to hold {expected} and holds a JSON {kinds[column]}.");
}
