namespace FinInvest.Graph.Store.Neo4j.Transport;

/// <summary>What helps after a fault.</summary>
public enum CypherVerdict
{
    /// <summary>Nothing: the same again fails the same way (syntax, constraint, wrong password, the statement's time limit).</summary>
    Fail,

    /// <summary>The same again may go through: a deadlock, a lost connection, a server that is starting.</summary>
    Retry,

    /// <summary>The server asks to be left alone for some seconds (429).</summary>
    Wait,

    /// <summary>The server had not enough memory for it: less at a time.</summary>
    HalveBatch,
}
