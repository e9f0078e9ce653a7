namespace FinInvest.Graph.Model.Ledgers;

/// <summary>A credit named as proceeds of a claim: its movement, the owner index of the claim, the amount named, and the register's row.</summary>
public sealed record ClaimMark(int Movement, int Owner, long Minor, string Episode, string ProceedsId);
