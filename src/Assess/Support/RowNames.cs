namespace FinInvest.Graph.Assess.Support;

/// <summary>Names of rows as results print them.</summary>
internal static class RowNames
{
    /// <summary>The first row of a movement, or its number where no row stands behind it.</summary>
    public static string Of(Ledger ledger, int movement) =>
        movement >= 0 && ledger.RowsOf(movement) is { Length: > 0 } rows ? rows[0].ToString() : $"movement {movement}";
}
