using System.Collections.Frozen;

namespace FinInvest.Graph.Store.Neo4j.Transport.Resilience;

/// <summary>
/// What each code of a server means for the caller. Judged by the code alone: the HTTP status says nothing (a run-time error comes as 202, a deadlock as 400),
/// and the class of a code says little (out of memory calls itself transient for ever).
/// </summary>
internal static class FaultList
{
    public const string Unauthorized = "Neo.ClientError.Security.Unauthorized";
    public const string RateLimit = "Neo.ClientError.Security.AuthenticationRateLimit";
    public const string DatabaseUnavailable = "Neo.TransientError.General.DatabaseUnavailable";
    public const string RequestInvalid = "Neo.ClientError.Request.Invalid";

    private const string LessAtATime = "The server had not enough memory for it. It is tried again with less at a time; give the server more memory (db.memory.transaction.max, server.memory.heap.max_size) to make it faster.";
    private const string TimeIsUp = "It took longer than its limit and the server ended it. Raise the limit (FININVEST_STATEMENT_SECONDS) if the server is merely slow, or give it more memory; nothing of it was kept.";
    private const string LeaderMoved = "This member of the cluster does not take writes now. Use an address that leads to the member that does.";

    private static readonly FrozenDictionary<string, (CypherVerdict Verdict, string Advice)> ByCode = new Dictionary<string, (CypherVerdict, string)>(StringComparer.Ordinal)
    {
        [Unauthorized] = (CypherVerdict.Fail, "The server refused the user name or the password. Correct them; it is not tried again, so that the account is not locked."),
        ["Neo.ClientError.Security.CredentialsExpired"] = (CypherVerdict.Fail, "The password must be changed first (ALTER CURRENT USER SET PASSWORD)."),
        ["Neo.ClientError.Security.Forbidden"] = (CypherVerdict.Fail, "The user may not do this. Ask the server's administrator for the right to read and write this database and to make constraints."),
        [RateLimit] = (CypherVerdict.Wait, "The server refuses this user for some seconds after several wrong passwords. Correct the password of every program that uses it."),
        [DatabaseUnavailable] = (CypherVerdict.Retry, "The database is not open yet, or not any more; its server is starting or stopping, or its debug.log says why."),
        ["Neo.TransientError.General.OutOfMemoryError"] = (CypherVerdict.HalveBatch, LessAtATime),
        ["Neo.TransientError.General.MemoryPoolOutOfMemoryError"] = (CypherVerdict.HalveBatch, LessAtATime),
        ["Neo.TransientError.General.TransactionMemoryLimit"] = (CypherVerdict.HalveBatch, LessAtATime),
        ["Neo.DatabaseError.General.OutOfMemoryError"] = (CypherVerdict.HalveBatch, LessAtATime),
        ["Neo.DatabaseError.General.StackOverFlowError"] = (CypherVerdict.HalveBatch, LessAtATime),
        ["Neo.ClientError.Transaction.TransactionTimedOut"] = (CypherVerdict.Fail, TimeIsUp),
        ["Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration"] = (CypherVerdict.Fail, TimeIsUp),
        ["Neo.ClientError.Transaction.Terminated"] = (CypherVerdict.Fail, "An administrator of the server ended it, or the server is stopping. Run it again when that is settled."),
        ["Neo.TransientError.Transaction.Terminated"] = (CypherVerdict.Fail, "An administrator of the server ended it, or the server is stopping. Run it again when that is settled."),
        ["Neo.TransientError.Transaction.LockClientStopped"] = (CypherVerdict.Retry, "The server is stopping."),
        ["Neo.TransientError.Transaction.DeadlockDetected"] = (CypherVerdict.Retry, "Another writer held what it needed."),
        ["Neo.ClientError.Cluster.NotALeader"] = (CypherVerdict.Retry, LeaderMoved),
        ["Neo.ClientError.General.ForbiddenOnReadOnlyDatabase"] = (CypherVerdict.Fail, "The database is read-only. Ask the server's administrator; the disk may be full, or this member of a cluster takes no writes."),
        ["Neo.ClientError.Database.DatabaseNotFound"] = (CypherVerdict.Fail, "The server has no such database. Correct its name; a Community server has one, called neo4j."),
        ["Neo.DatabaseError.Database.DatabaseNotFound"] = (CypherVerdict.Fail, "The server has no such database. Correct its name; a Community server has one, called neo4j."),
        ["Neo.DatabaseError.Transaction.TransactionCommitFailed"] = (CypherVerdict.Fail, "The server could not write it down; its disk may be full or broken. Look at its debug.log, make room, start it again and repeat the load: nothing of this step was kept."),
        ["Neo.DatabaseError.Transaction.TransactionLogError"] = (CypherVerdict.Fail, "The server could not write it down; its disk may be full or broken. Look at its debug.log, make room, start it again and repeat the load: nothing of this step was kept."),
        ["Neo.DatabaseError.Transaction.TransactionStartFailed"] = (CypherVerdict.Fail, "The database takes no work since a fault of its own; its disk may be full or broken. Look at its debug.log, make room, and start the server again: it goes on from what was acknowledged."),
        ["Neo.DatabaseError.General.UnknownError"] = (CypherVerdict.Retry, "The server met a fault that it does not name; its debug.log may say more."),
        ["Neo.ClientError.Statement.AccessMode"] = (CypherVerdict.Fail, "A statement that writes was sent as one that reads."),
        ["Neo.ClientError.Schema.ConstraintValidationFailed"] = (CypherVerdict.Fail, "The database already holds something else under the same key."),
        [CypherCodes.ConnectionLost] = (CypherVerdict.Retry, "Is the server running, and is this its address?"),
        [CypherCodes.AnswerCutShort] = (CypherVerdict.Retry, "The answer ended before it was whole."),
        [CypherCodes.RequestCutShort] = (CypherVerdict.Retry, "The request did not reach the server whole; the server or the way to it is very busy."),
        [CypherCodes.NoAnswerInTime] = (CypherVerdict.Retry, "The server did not answer in time."),
        [CypherCodes.TransactionGone] = (CypherVerdict.Retry, "The transaction is no longer there: it waited too long between two statements, or the server was started again."),
        [CypherCodes.AnswerNotUnderstood] = (CypherVerdict.Fail, "What answers there is not Neo4j's Query API (Neo4j 5.25 or later). Correct the address; a proxy in between may need to pass /db/.../query/v2."),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The codes that the list knows, for tests.</summary>
    public static IEnumerable<string> Codes => ByCode.Keys;

    /// <summary>What helps after a code. One that is not on the list is tried again when the server calls it transient, and fails otherwise.</summary>
    public static CypherVerdict Verdict(string code) =>
        ByCode.TryGetValue(code, out var known) ? known.Verdict
            : code.StartsWith("Neo.TransientError.", StringComparison.Ordinal) ? CypherVerdict.Retry : CypherVerdict.Fail;

    /// <summary>What a person can do about a code; "" where the list does not say.</summary>
    public static string Advice(string code) => ByCode.TryGetValue(code, out var known) ? known.Advice : "";

    /// <summary>Whether a code is about who asks: the password, the rights.</summary>
    public static bool IsOfTheUser(string code) => code.StartsWith("Neo.ClientError.Security.", StringComparison.Ordinal);

    /// <summary>The fault as a person reads it: what was done, what the server said, what to do.</summary>
    /// <param name="doing">"load/rows.cypher", "begin", "commit".</param>
    public static CypherException Fault(string code, string said, string doing, Neo4jSettings settings, Exception? cause = null)
    {
        var advice = ByCode.TryGetValue(code, out var known) ? known.Advice
            : code.StartsWith("Neo.TransientError.", StringComparison.Ordinal) ? "The server calls this passing." : "";
        var end = said.Length == 0 || said.TrimEnd().EndsWith('.') ? "" : ".";
        return new CypherException(code, Verdict(code), $"Neo4j at {settings}, {doing}: {said.TrimEnd()}{end} {advice} ({code})".Replace("  ", " ", StringComparison.Ordinal), cause)
        {
            RetryAfter = Verdict(code) == CypherVerdict.Wait ? settings.RateLimitPause : null,
        };
    }
}
