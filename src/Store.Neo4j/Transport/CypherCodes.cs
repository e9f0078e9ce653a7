namespace FinInvest.Graph.Store.Neo4j.Transport;

/// <summary>Codes of faults that no server names because they happen on the way to it.</summary>
public static class CypherCodes
{
    /// <summary>Nobody answers at the address, or the connection broke.</summary>
    public const string ConnectionLost = "FinInvest.Neo4j.ConnectionLost";

    /// <summary>The answer ended before it was whole, or without the bookmarks that say it is.</summary>
    public const string AnswerCutShort = "FinInvest.Neo4j.AnswerCutShort";

    /// <summary>The server could not read the whole request: the connection broke or waited too long under it. What we send is always well-formed.</summary>
    public const string RequestCutShort = "FinInvest.Neo4j.RequestCutShort";

    /// <summary>What came is not an answer of the Query API.</summary>
    public const string AnswerNotUnderstood = "FinInvest.Neo4j.AnswerNotUnderstood";

    /// <summary>No answer within the time-out.</summary>
    public const string NoAnswerInTime = "FinInvest.Neo4j.NoAnswerInTime";

    /// <summary>Too many calls failed one after another; none is made for some seconds.</summary>
    public const string CircuitOpen = "FinInvest.Neo4j.CircuitOpen";

    /// <summary>An explicit transaction is no longer there: it failed, timed out, or the server was started again.</summary>
    public const string TransactionGone = "FinInvest.Neo4j.TransactionGone";
}
