namespace FinInvest.Graph.Store;

/// <summary>What to look for; empty fields match everything; a row must match all that are given.</summary>
/// <param name="Text">Part of a text, name, account or reference, whatever the case of its letters in any script; or a row as people write it ("S2/118", "3f9a1c/S2/118").</param>
/// <param name="Account">A whole account name on either side, spaces and case of letters aside.</param>
/// <param name="MinorFrom">Smallest amount in minor units. A range of positive amounts finds credits and debits alike, one of negative amounts debits alone.</param>
/// <param name="MinorTo">Largest amount in minor units.</param>
/// <param name="Days">Booking days.</param>
/// <param name="RowsMax">How many rows to give at most; the total is always exact.</param>
public sealed record FindQuery(string Text = "", string Account = "", long? MinorFrom = null, long? MinorTo = null, DayRange? Days = null, int RowsMax = 50);
