using System.Text;
using SQLitePCL;

namespace FinInvest.Graph.Store.Embedded.Sqlite;

/// <summary>A prepared statement. Parameters count from 1 and keep their value over <see cref="Reset"/>; columns count from 0.</summary>
internal sealed class Command(Database database, sqlite3_stmt statement, string sql) : IDisposable
{
    /// <summary>Good for as long as <c>statement</c> is, which this object keeps.</summary>
    private readonly nint pointer = statement.DangerousGetHandle();
    private byte[] bytes = [];

    /// <summary>True = there is a row.</summary>
    public bool Step()
    {
        database.Before(sql);
        var code = raw.sqlite3_step(statement);
        database.Check(code, sql);
        database.After(sql);
        return code == raw.SQLITE_ROW;
    }

    /// <summary>Runs a statement that gives no rows, ready for the next parameters.</summary>
    public void Execute()
    {
        _ = Step();
        Reset();
    }

    public void Reset() => raw.sqlite3_reset(statement);

    public void Bind(int parameter, long value) => raw.sqlite3_bind_int64(statement, parameter, value);

    public void BindNull(int parameter) => raw.sqlite3_bind_null(statement, parameter);

    /// <summary>null becomes NULL; "" stays a text.</summary>
    public void Bind(int parameter, string? value)
    {
        if (value is null)
        {
            raw.sqlite3_bind_null(statement, parameter);
            return;
        }

        if (value.Length == 0)
        {
            raw.sqlite3_bind_text(statement, parameter, utf8z.FromString(""));
            return;
        }

        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (bytes.Length < most)
        {
            bytes = new byte[Math.Max(most, 1024)];
        }

        raw.sqlite3_bind_text(statement, parameter, bytes.AsSpan(0, Encoding.UTF8.GetBytes(value, bytes)));
    }

    public bool IsNull(int column) => NativeColumns.Type(pointer, column) == raw.SQLITE_NULL;

    public long Long(int column) => NativeColumns.Long(pointer, column);

    public int Int(int column) => (int)Long(column);

    public string Text(int column) => Encoding.UTF8.GetString(Utf8(column));

    public string? TextOrNull(int column) => Utf8(column) is { Length: > 0 } text ? Encoding.UTF8.GetString(text) : IsNull(column) ? null : "";

    /// <summary><paramref name="none"/> where the column is NULL, which SQLite gives as 0: only then the type is asked for.</summary>
    public long LongOr(int column, long none) => Long(column) is var value && value == 0 && IsNull(column) ? none : value;

    /// <summary>The bytes of a text; valid until the next step.</summary>
    public unsafe ReadOnlySpan<byte> Utf8(int column)
    {
        // In this order: asking for the bytes first fixes the form whose length is then asked for.
        var text = NativeColumns.Bytes(pointer, column);
        return text == 0 ? default : new ReadOnlySpan<byte>((void*)text, NativeColumns.Length(pointer, column));
    }

    public void Dispose()
    {
        statement.Dispose();
        database.Forget(this);
    }
}
