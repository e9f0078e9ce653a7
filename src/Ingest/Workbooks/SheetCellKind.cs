namespace FinInvest.Graph.Ingest.Workbooks;

/// <summary>What a cell holds.</summary>
internal enum SheetCellKind
{
    Text,
    Number,
    Date,

    /// <summary>#N/A and its like: the spreadsheet could not tell the value.</summary>
    Error,

    /// <summary>A formula that was saved without its value.</summary>
    NotCalculated,
}
