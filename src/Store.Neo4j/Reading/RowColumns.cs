using FinInvest.Graph.Store.Neo4j.Transport;

namespace FinInvest.Graph.Store.Neo4j.Reading;

/// <summary>Values of a row as columns hold them.</summary>
internal static class RowColumns
{
    public static long LongOr(IRowValues r, int column, long none) => r.IsNull(column) ? none : r.Int64(column);

    public static string? TextOrNull(IRowValues r, int column) => r.IsNull(column) ? null : r.Text(column);

    /// <summary>A day written yyyy-MM-dd.</summary>
    public static int Day(IRowValues r, int column)
    {
        if (r.IsNull(column))
        {
            return Model.Values.Day.NoneNumber;
        }

        var text = r.Utf8(column);
        return text.Length == 10 ? Model.Values.Day.Of(Digits(text[..4]), Digits(text[5..7]), Digits(text[8..])).Number
            : throw new InvalidDataException("A row has a day that is no day between the years 1 and 9999: another program wrote to this database. Restore the case from a backup.");
    }

    public static PostingKind Kind(IRowValues r, int column) => r.Utf8(column).SequenceEqual("payment"u8) ? PostingKind.Payment : RowWords.Kind(r.Text(column));

    public static PostingOrigin Origin(IRowValues r, int column) => r.Utf8(column).SequenceEqual("observed"u8) ? PostingOrigin.Observed : RowWords.Origin(r.Text(column));

    private static int Digits(ReadOnlySpan<byte> text)
    {
        var number = 0;
        foreach (var digit in text)
        {
            number = (number * 10) + (digit - '0');
        }

        return number;
    }
}
