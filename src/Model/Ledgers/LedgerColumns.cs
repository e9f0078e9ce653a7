namespace FinInvest.Graph.Model.Ledgers;

/// <summary>
/// The columns of a ledger as they lie in memory or in a file. A credit's column that is the same as the debit's stands on the same memory.
/// Bytes a movement: 62 where both sides and one row are the same throughout, at most 78 with one row each; + 8 for places once they are asked for.
/// </summary>
public sealed class LedgerColumns
{
    public required Column<int> Debited { get; init; }
    public required Column<int> Credited { get; init; }
    public required Column<long> DebitMinor { get; init; }
    public required Column<long> CreditMinor { get; init; }
    public required Column<int> DebitDay { get; init; }
    public required Column<int> CreditDay { get; init; }
    public required Column<long> DebitInstant { get; init; }
    public required Column<long> CreditInstant { get; init; }
    public required Column<MovementKind> Kind { get; init; }
    public required Column<MovementFlags> Flags { get; init; }

    /// <summary>All legs in case order: movement * 2 for the debit, movement * 2 + 1 for the credit.</summary>
    public required Column<int> Legs { get; init; }

    /// <summary>Rows behind movement m are those from RowStart[m] to before RowStart[m + 1], debit side's first. Empty = row m alone stands behind movement m.</summary>
    public required Column<int> RowStart { get; init; }

    /// <summary>Number of the statement of each row.</summary>
    public required Column<int> RowStatement { get; init; }

    /// <summary>Row number within its statement, as the source counts.</summary>
    public required Column<int> RowNumber { get; init; }
}
