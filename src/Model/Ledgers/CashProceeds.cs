namespace FinInvest.Graph.Model.Ledgers;

/// <summary>Proceeds without a named credit: cash that starts in OUTSIDE on a day (definitions B4).</summary>
/// <param name="SameAs">Proceeds of the register that are the same money, so that it counts once in P (definitions B2); "" = none.</param>
public sealed record CashProceeds(int Owner, long Minor, Day Day, string Episode, string ProceedsId, string Currency = "", string SameAs = "");
