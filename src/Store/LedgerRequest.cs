namespace FinInvest.Graph.Store;

/// <summary>Which rows to page out: the whole case, a delta (AfterLoad > 0), or some accounts in a window.</summary>
/// <param name="AfterLoad">Only rows of later loads than this one.</param>
/// <param name="Accounts">Rows that name one of these on either side; null or empty = all accounts.</param>
/// <param name="Window">Booking days.</param>
/// <param name="WithTexts">Remittance text and counterparty name too; references are always there.</param>
public sealed record LedgerRequest(CaseVersion At, long AfterLoad = 0, IReadOnlyList<string>? Accounts = null, DayRange? Window = null, bool WithTexts = false)
{
    public static LedgerRequest WholeCase(CaseVersion at) => new(at);
}
