namespace FinInvest.Graph.Store;

/// <summary>A row as a person looks at it.</summary>
public sealed record FoundRow(RowKey Row, string LocalId, string Account, string Counterparty, string CounterpartyName, long Minor, string Currency, Day BookingDay, string Text, string Reference,
    string Document);
