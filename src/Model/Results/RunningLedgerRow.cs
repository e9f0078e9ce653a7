namespace FinInvest.Graph.Model.Results;

/// <summary>One row of Schedule C: an account before and after one leg. Claim + Other + Free = max(0, Balance) on every row.</summary>
/// <param name="Taken">For a debit: the composition it took; for a credit: what came in.</param>
/// <param name="Unfunded">Part of a debit that the bank paid.</param>
/// <param name="Repaid">Part of a credit that repaid debt.</param>
public sealed record RunningLedgerRow(int Movement, bool IsCredit, Day Day, string Counterparty, MovementKind Kind, long Minor, long Balance, long Claim, long Other, long Free,
    IReadOnlyList<OwnedAmount> Taken, long Unfunded, long Repaid, RowKey? Row);
