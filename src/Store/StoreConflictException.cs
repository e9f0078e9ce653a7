namespace FinInvest.Graph.Store;

/// <summary>The case changed since it was read: read again and repeat the decision.</summary>
public sealed class StoreConflictException(string message) : Exception(message);
