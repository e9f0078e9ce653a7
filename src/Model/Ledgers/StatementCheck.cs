namespace FinInvest.Graph.Model.Ledgers;

/// <summary>Whether a statement reconciles: opening + movements = closing, and the row count matches.</summary>
/// <param name="Difference">closing - (opening + movements); null where a balance is missing.</param>
public sealed record StatementCheck(string Statement, string Account, Sha256 Document, DayRange Period, int Rows, long? Opening, long? Closing, long? Difference, bool Reconciles,
    string Reason);
