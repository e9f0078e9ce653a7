namespace FinInvest.Graph.Model.Entities;

/// <summary>One account x period as the bank reports it. It reconciles iff opening + movements = closing (and the row count matches, if given).</summary>
/// <param name="Ordered">The row order is evidence of the booking order (it reproduces the running balance).</param>
/// <param name="Opening">Minor units; null when the source gives no balance (a virtual statement of a two-sided extract).</param>
public sealed record Statement(string Id, string Account, Day From, Day To, long? Opening, long? Closing, bool Ordered = true, int? RowCount = null) : IFact;
