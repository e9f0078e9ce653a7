namespace FinInvest.Graph.Store;

/// <summary>State of the circuit breaker in front of a store on a server. Its numbers are published in the worker's metrics.</summary>
public enum BreakerState
{
    /// <summary>Calls go through.</summary>
    Closed = 0,

    /// <summary>One call is let through to see whether the server is back.</summary>
    HalfOpen = 1,

    /// <summary>No call is made; each fails at once.</summary>
    Open = 2,
}
