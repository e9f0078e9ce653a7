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

    /// <summary>The transport that an address names. It makes no call yet.</summary>
    /// <exception cref="NotSupportedException">The address is for the driver and the driver is not built in; or it is for neither.</exception>
    public static ResilientTransport Open(Neo4jSettings settings) => settings.Address.Scheme switch
    {
        "http" or "https" => ResilientTransport.OverHttp(settings),
        "bolt" or "bolt+s" or "bolt+ssc" or "neo4j" or "neo4j+s" or "neo4j+ssc" => OverBolt(settings),
        _ => throw new NotSupportedException($"{settings.Address.Scheme}:// is no address of Neo4j. Use http://host:7474 or https://host:7473, or bolt://, bolt+s://, neo4j://, neo4j+s:// where the driver is built in."),
    };

#if NEO4J_DRIVER
    private static ResilientTransport OverBolt(Neo4jSettings settings) => new(new Channel.BoltChannel(settings), settings);
#else
    private static ResilientTransport OverBolt(Neo4jSettings settings) => throw new NotSupportedException(
        $"{settings.Address.Scheme}:// needs the official Neo4j.Driver, which this program was built without. Use the server's HTTP address (http://{settings.Address.Host}:7474), "
        + "or build the program with the driver: dotnet publish src/Worker -p:Neo4jDriver=true.");
#endif
}
