namespace FinInvest.Graph.Model.Ledgers;

/// <summary>A credit named as proceeds of a claim: its movement, the owner index of the claim, the amount named, and the register's row.</summary>
/// <param name="SameAs">Proceeds of the register that are the same money, so that it counts once in P (definitions B2); "" = none.</param>
public sealed record ClaimMark(int Movement, int Owner, long Minor, string Episode, string ProceedsId, string SameAs = "");
