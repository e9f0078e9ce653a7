namespace FinInvest.Graph.Ingest.Facts;

/// <summary>One file of the folder format; a mapping may fill the same columns from elsewhere.</summary>
/// <param name="Build">Makes the fact of a row; null for postings and transfers, which become pages.</param>
internal sealed record FactFile(string Name, string Meaning, IReadOnlyList<FactColumn> Columns, Func<FactFields, IFact>? Build)
{
    public string FileName => Name + ".csv";

    public int IndexOf(ReadOnlySpan<char> column)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            if (column.SequenceEqual(Columns[i].Name))
            {
                return i;
            }
        }

        return -1;
    }
}
