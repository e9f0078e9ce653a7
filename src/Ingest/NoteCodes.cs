namespace FinInvest.Graph.Ingest;

/// <summary>Codes of notes in a receipt; published, so they only grow.</summary>
public static class NoteCodes
{
    /// <summary>Lines above the header or named by a line rule (titles, totals) that hold no movement.</summary>
    public const string LinesSkipped = "LINES_SKIPPED";

    /// <summary>Rows that a filter of the mapping leaves out.</summary>
    public const string RowsFiltered = "ROWS_FILTERED";

    /// <summary>Amounts with more decimals than their currency, rounded as the mapping states.</summary>
    public const string AmountsRounded = "AMOUNTS_ROUNDED";

    /// <summary>The running balance reproduces the row order; the statement's balances come from it or agree with it.</summary>
    public const string BalanceRuns = "BALANCE_RUNS";

    /// <summary>The running balance runs, but rows were rejected, so its ends may not be the statement's: no balance was taken from it.</summary>
    public const string BalanceNotTaken = "BALANCE_NOT_TAKEN";

    /// <summary>The running balance does not follow from the amounts on every row, so no balance was taken from it.</summary>
    public const string BalanceDoesNotRun = "BALANCE_DOES_NOT_RUN";

    /// <summary>Two-sided rows whose balance before plus amount is not the balance after.</summary>
    public const string RowDoesNotFoot = "ROW_DOES_NOT_FOOT";

    /// <summary>Fees added to the amount that left the sender, or taken from what reached the receiver.</summary>
    public const string FeesApplied = "FEES_APPLIED";

    /// <summary>Rows that are hidden in the sheet; they were read.</summary>
    public const string HiddenRows = "HIDDEN_ROWS";

    /// <summary>Sheets of the workbook that hold rows and that this entry of the mapping does not read.</summary>
    public const string SheetsNotRead = "SHEETS_NOT_READ";

    public static IReadOnlyList<string> All { get; } = [LinesSkipped, RowsFiltered, AmountsRounded, BalanceRuns, BalanceNotTaken, BalanceDoesNotRun, RowDoesNotFoot, FeesApplied, HiddenRows, SheetsNotRead];
}
