namespace FinInvest.Graph.Store;

/// <summary>A court's order took this document out of the case; it is not taken in again.</summary>
public sealed class DocumentExpungedException(string message) : Exception(message);
