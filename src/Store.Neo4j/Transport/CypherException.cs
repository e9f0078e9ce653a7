namespace FinInvest.Graph.Store.Neo4j.Transport;

/// <summary>A statement, a transaction or the connection failed. The message tells a person what to do; it never holds a password or a parameter.</summary>
public sealed class CypherException : Exception
{
    public CypherException(string code, CypherVerdict verdict, string message, Exception? cause = null)
        : base(message, cause)
    {
        Code = code;
        Verdict = verdict;
    }

    /// <summary>The server's code ("Neo.TransientError.Transaction.DeadlockDetected"), or one of <see cref="CypherCodes"/> where the fault is on the way to it.</summary>
    public string Code { get; }

    /// <summary>What helps.</summary>
    public CypherVerdict Verdict { get; }

    /// <summary>How long the server is to be left alone before the next call; null = it does not matter.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
