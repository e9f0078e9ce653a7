namespace FinInvest.Graph.Trace.Corridors;

/// <summary>An account on a corridor.</summary>
/// <param name="Account">Index in the ledger.</param>
/// <param name="LastPlace">Place in Legs of its last event on the corridor.</param>
/// <param name="Days">From its first event to that one.</param>
/// <param name="Events">Legs of the account up to that one.</param>
public sealed record CorridorAccount(int Account, string Id, int LastPlace, DayRange Days, int Events);
