namespace FinInvest.Graph.Present.Exhibit;

/// <summary>A row of a table; Style marks totals ("total") and what is not relied on ("red").</summary>
internal readonly record struct Row(IReadOnlyList<Cell> Cells, string Style = "")
{
    public static Row Of(params Cell[] cells) => new(cells);
    public static Row Total(params Cell[] cells) => new(cells, "total");
    public static Row NotRelied(params Cell[] cells) => new(cells, "red");
}
