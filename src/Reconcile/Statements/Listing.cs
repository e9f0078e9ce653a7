namespace FinInvest.Graph.Reconcile.Statements;

/// <summary>
/// One account's rows as one document lists them for one statement: the unit of overlap (definitions A8). A statement fact without rows is a
/// listing of none; a file with running balances but no statement fact gives one listing an account, its balances taken from the rows.
/// </summary>
/// <param name="Account">Name index of the account.</param>
/// <param name="Sides">Sides in booking order (definitions A3).</param>
/// <param name="Ordered">The order of the rows is evidence of the booking order.</param>
/// <param name="Stated">Opening and closing balance are stated, not taken from running balances.</param>
internal sealed record Listing(string Id, int Account, Sha256 Document, DayRange Period, long Opening, long Closing, int[] Sides, bool Ordered, bool Stated,
    StatementCheck Check)
{
    public bool Reconciles => Check.Reconciles;
}
