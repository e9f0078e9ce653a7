namespace FinInvest.Graph.Store.Neo4j.Transport;

/// <summary>State of the circuit breaker in front of a server.</summary>
public enum BreakerState
{
    /// <summary>Calls go through.</summary>
    Closed,

    /// <summary>One call is let through to see whether the server is back.</summary>
    HalfOpen,

    /// <summary>No call is made; each fails at once.</summary>
    Open,
}
