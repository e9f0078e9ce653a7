using FinInvest.Graph.Ingest.Facts;

namespace FinInvest.Graph.Ingest.Rows;

/// <summary>The first fault of the row at hand: one row is one reject.</summary>
internal sealed class RowFaults
{
    public RowFault? First { get; private set; }
    public bool None => First is null;

    public void Begin() => First = null;

    public void Fail(string code, Cell cell, ReadOnlySpan<char> text, string more = "") => First ??= new RowFault(code, cell.Name, text.ToString(), more);
}
