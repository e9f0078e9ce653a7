namespace FinInvest.Graph.Store;

/// <summary>The workspace was written by a newer program; this one refuses to touch it.</summary>
public sealed class StoreVersionException(string message) : Exception(message);
