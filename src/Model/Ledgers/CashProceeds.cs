namespace FinInvest.Graph.Model.Ledgers;

/// <summary>Proceeds without a named credit: cash that starts in OUTSIDE on a day (definitions B4).</summary>
public sealed record CashProceeds(int Owner, long Minor, Day Day, string Episode, string ProceedsId, string Currency = "");
