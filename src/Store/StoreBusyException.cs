namespace FinInvest.Graph.Store;

/// <summary>Another process is writing to this case. Try again when it has finished.</summary>
public sealed class StoreBusyException(string message) : Exception(message);
