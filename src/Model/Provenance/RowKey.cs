namespace FinInvest.Graph.Model.Provenance;

/// <summary>The identity of a row: document, statement, row. Shown as 3f9a1c/S2/118; what people type may be "S2/118" or "3f9a1c/S2/118".</summary>
/// <param name="Row">Row number within its statement as the source counts (1-based); for flat files the data row.</param>
public readonly record struct RowKey(Sha256 Document, string Statement, int Row) : IComparable<RowKey>
{
    public override string ToString() => $"{Document.Short()}/{Statement}/{Row}";
    public string Alias => $"{Statement}/{Row}";

    public int CompareTo(RowKey other)
    {
        var c = string.CompareOrdinal(Document.Hex, other.Document.Hex);
        if (c == 0)
        {
            c = string.CompareOrdinal(Statement, other.Statement);
        }

        return c != 0 ? c : Row.CompareTo(other.Row);
    }

    public static bool operator <(RowKey a, RowKey b) => a.CompareTo(b) < 0;
    public static bool operator >(RowKey a, RowKey b) => a.CompareTo(b) > 0;
    public static bool operator <=(RowKey a, RowKey b) => a.CompareTo(b) <= 0;
    public static bool operator >=(RowKey a, RowKey b) => a.CompareTo(b) >= 0;
}
