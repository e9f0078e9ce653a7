namespace FinInvest.Graph.Store.Neo4j.Transport;

/// <summary>
/// The values of one row, by column from 0; valid during <see cref="IRowSink.Row"/> only. A value that is asked for as what it is not throws InvalidOperationException with the column's name.
/// </summary>
public interface IRowValues
{
    /// <summary>Number of columns.</summary>
    int Count { get; }

    bool IsNull(int column);

    /// <summary>All 64 bits, exact.</summary>
    long Int64(int column);

    /// <summary>The text; throws where the value is null.</summary>
    string Text(int column);

    /// <summary>The text as UTF-8 without making a string of it, so that a reader of many rows looks names up by their bytes.</summary>
    ReadOnlySpan<byte> Utf8(int column);

    bool Boolean(int column);

    /// <summary>A list of integers; none of them null.</summary>
    IReadOnlyList<long> Int64s(int column);

    /// <summary>A list of texts, null among them.</summary>
    IReadOnlyList<string?> Texts(int column);
}
