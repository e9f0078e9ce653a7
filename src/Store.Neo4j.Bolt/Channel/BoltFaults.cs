using System.Net.Sockets;
using FinInvest.Graph.Store.Neo4j.Transport;
using FinInvest.Graph.Store.Neo4j.Transport.Resilience;
using Driver = global::Neo4j.Driver;

namespace FinInvest.Graph.Store.Neo4j.Bolt.Channel;

/// <summary>What the driver throws, as the one list of codes judges it.</summary>
internal static class BoltFaults
{
    /// <summary>Does a step of the driver's and turns its faults into ours. The driver knows no cancelling: a step that is cancelled is left behind, and ends with its session.</summary>
    public static async ValueTask<T> CallAsync<T>(string doing, Neo4jSettings settings, Func<Task<T>> step, CancellationToken ct)
    {
        try
        {
            return await step().WaitAsync(ct);
        }
        catch (Exception e) when (Fault(e, doing, settings) is { } fault)
        {
            throw fault;
        }
    }

    private static CypherException? Fault(Exception e, string doing, Neo4jSettings settings) => e switch
    {
        Driver.ServiceUnavailableException { InnerException: System.Security.Authentication.AuthenticationException tls } => Insecure(tls, doing, settings),
        Driver.ServiceUnavailableException or Driver.SessionExpiredException or Driver.ConnectionReadTimeoutException => FaultList.Fault(CypherCodes.ConnectionLost, e.Message, doing, settings, e),
        Driver.TransactionClosedException => FaultList.Fault(CypherCodes.TransactionGone, e.Message, doing, settings, e),
        Driver.Neo4jException { Code: ['N', 'e', 'o', '.', ..] code } => FaultList.Fault(code, e.Message, doing, settings, e),
        Driver.SecurityException => Insecure(e, doing, settings),
        Driver.Neo4jException n => FaultList.Fault(n.Code ?? CypherCodes.AnswerNotUnderstood, e.Message, doing, settings, e),
        IOException or SocketException => FaultList.Fault(CypherCodes.ConnectionLost, e.Message, doing, settings, e),
        _ => null,
    };

    private static CypherException Insecure(Exception e, string doing, Neo4jSettings settings) => new(CypherCodes.ConnectionLost, CypherVerdict.Fail,
        $"Neo4j at {settings}, {doing}: no secure connection. {e.Message} Let the server's certificate name this host, and name the authority that signed it if it is not a public one.", e);
}
