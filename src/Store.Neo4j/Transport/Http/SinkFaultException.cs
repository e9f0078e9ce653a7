namespace FinInvest.Graph.Store.Neo4j.Transport.Http;

/// <summary>The reader of the rows threw; its exception goes on to the caller as it is.</summary>
internal sealed class SinkFaultException(Exception cause) : Exception(cause.Message, cause);
