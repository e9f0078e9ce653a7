using System.Globalization;

namespace FinInvest.Graph.Casework.MoveCase;

/// <summary>A table as CSV (RFC 4180, UTF-8, line feeds): nothing between commas = the source does not say, "" = it says nothing.</summary>
internal sealed class TableWriter : IDisposable
{
    private readonly StreamWriter text;
    private bool isFirst = true;

    public TableWriter(string path, params ReadOnlySpan<string> columns)
    {
        text = new StreamWriter(PrivateFile.Create(path)) { NewLine = "\n" };
        foreach (var column in columns)
        {
            Cell(column);
        }

        EndRow();
    }

    public void Cell(string? value)
    {
        Separate();
        if (value is null)
        {
            return;
        }

        if (value.Length > 0 && value.AsSpan().IndexOfAny(",\"\r\n") < 0 && value[0] != ' ' && value[^1] != ' ')
        {
            text.Write(value);
            return;
        }

        text.Write('"');
        text.Write(value.Replace("\"", "\"\"", StringComparison.Ordinal));
        text.Write('"');
    }

    public void Cell(long value)
    {
        Separate();
        Span<char> digits = stackalloc char[20];
        _ = value.TryFormat(digits, out var length, provider: CultureInfo.InvariantCulture);
        text.Write(digits[..length]);
    }

    public void CellUnless(long value, long none)
    {
        if (value == none)
        {
            Separate();
        }
        else
        {
            Cell(value);
        }
    }

    public void EndRow()
    {
        text.Write('\n');
        isFirst = true;
    }

    public void Dispose() => text.Dispose();

    private void Separate()
    {
        if (!isFirst)
        {
            text.Write(',');
        }

        isFirst = false;
    }
}
