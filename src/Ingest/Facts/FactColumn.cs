namespace FinInvest.Graph.Ingest.Facts;

/// <summary>A column of one of our files: its name, whether it must be filled, an example cell (the template's) and its meaning (the documentation's).</summary>
internal sealed record FactColumn(string Name, string Example, string Meaning, bool Required = false)
{
    /// <summary>The four columns by which a row is named.</summary>
    public static IEnumerable<FactColumn> Row(string prefix, string what, string example, string account, string day, string amount) =>
    [
        new(prefix, example, $"{what}: statement/row, or a transfer's own id"),
        new(prefix + "_account", account, "or by its account,"),
        new(prefix + "_day", day, "its booking day"),
        new(prefix + "_amount", amount, "and its signed amount; declined where that is not one row"),
    ];
}
