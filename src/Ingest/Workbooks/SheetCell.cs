namespace FinInvest.Graph.Ingest.Workbooks;

/// <summary>A filled cell of a sheet.</summary>
/// <param name="Column">0-based.</param>
/// <param name="Text">The text; of a number its exact decimal digits with a point; of an error its name such as #N/A; of a formula without a value the formula.</param>
/// <param name="IsLost">A number with more digits than a spreadsheet keeps.</param>
internal readonly record struct SheetCell(int Column, SheetCellKind Kind, string Text, SheetMoment Moment = default, bool IsLost = false);
