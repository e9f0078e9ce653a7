namespace FinInvest.Graph.Ingest.Workbooks;

/// <summary>Cells shown as one, which has the text of the first of them. Columns are 0-based, rows 1-based.</summary>
internal readonly record struct MergedArea(int Row, int Column, int LastRow, int LastColumn)
{
    public bool Covers(int row, int column) => row >= Row && row <= LastRow && column >= Column && column <= LastColumn;
}
