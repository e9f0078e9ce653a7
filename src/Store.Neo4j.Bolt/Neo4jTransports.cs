using FinInvest.Graph.Store.Neo4j.Transport;

namespace FinInvest.Graph.Store.Neo4j.Bolt;

/// <summary>The ways to a Neo4j server that this program was built with.</summary>
public static class Neo4jTransports
{
#if NEO4J_DRIVER
    private const bool HasDriver = true;
#else
    private const bool HasDriver = false;
#endif

    /// <summary>For --version: what is built in.</summary>
    public static string BuiltIn => HasDriver ? "http, https, bolt, neo4j" : "http, https (bolt and neo4j: build with -p:Neo4jDriver=true)";

    /// <summary>Why an address cannot be used by this program, in a sentence; "" = it can.</summary>
    public static string Problem(Uri address) => address.Scheme switch
    {
        "http" or "https" => "",
        "bolt" or "bolt+s" or "bolt+ssc" or "neo4j" or "neo4j+s" or "neo4j+ssc" => HasDriver ? ""
            : $"{address.Scheme}:// needs the official Neo4j.Driver, which this program was built without. Use the server's HTTP address (http://{address.Host}:7474), "
                + "or build the program with the driver: dotnet publish src/Worker -p:Neo4jDriver=true.",
        _ => $"{address.Scheme}:// is no address of Neo4j. Use http://host:7474 or https://host:7473, or bolt://, bolt+s://, neo4j://, neo4j+s:// where the driver is built in.",
    };

    /// <summary>The transport that an address names. It makes no call yet.</summary>
    /// <exception cref="NotSupportedException">The address has a <see cref="Problem"/>.</exception>
    public static ResilientTransport Open(Neo4jSettings settings)
    {
        if (Problem(settings.Address) is { Length: > 0 } problem)
        {
            throw new NotSupportedException(problem);
        }

#if NEO4J_DRIVER
        if (settings.Address.Scheme is not ("http" or "https"))
        {
            return new ResilientTransport(new Channel.BoltChannel(settings), settings);
        }
#endif
        return ResilientTransport.OverHttp(settings);
    }
}
