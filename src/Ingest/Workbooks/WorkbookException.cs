namespace FinInvest.Graph.Ingest.Workbooks;

/// <summary>A workbook cannot be read: which code, and what of this file in particular. It becomes a reject of the whole file where the file is opened.</summary>
internal sealed class WorkbookException(string code, string detail) : Exception(detail)
{
    public string Code { get; } = code;
    public string Detail { get; } = detail;

    public static WorkbookException Damaged(string detail) => new(RejectCodes.WorkbookDamaged, detail);
    public static WorkbookException Unsafe(string detail) => new(RejectCodes.WorkbookUnsafe, detail);
    public static WorkbookException TooLarge(string detail) => new(RejectCodes.WorkbookTooLarge, detail);
    public static WorkbookException NotRead(string detail) => new(RejectCodes.WorkbookNotRead, detail);
}
