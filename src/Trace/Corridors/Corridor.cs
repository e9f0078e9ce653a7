namespace FinInvest.Graph.Trace.Corridors;

/// <summary>
/// The part of the ledger that can carry criminal money to the targets (definitions E2). Of every account on it all events count from the opening to the last
/// one that leads on; leaving out any of them would drop the clean money.
/// </summary>
/// <param name="Accounts">In ordinal order of id.</param>
/// <param name="Movements">Movements with a leg among those events, ascending.</param>
/// <param name="AccountsInCase">Accounts of the ledger, OUTSIDE not counted.</param>
/// <param name="Unevidenced">Day groups on the corridor whose inner order is not evidenced.</param>
public sealed record Corridor(IReadOnlyList<string> Targets, IReadOnlyList<CorridorAccount> Accounts, IReadOnlyList<int> Movements, int AccountsInCase, int MovementsInCase,
    IReadOnlyList<DayGroup> Unevidenced)
{
    /// <summary>"3 of 8 accounts, 41 of 212 movements".</summary>
    public string Extent => $"{Accounts.Count} of {AccountsInCase} accounts, {Movements.Count} of {MovementsInCase} movements";
}
