namespace FinInvest.Graph.Store.Neo4j.Transport;

/// <summary>Where the server is and how to speak to it. The password is in no text this class gives.</summary>
public sealed class Neo4jSettings
{
    private readonly string password;

    /// <param name="address">http(s):// for the Query API; bolt(+s):// or neo4j(+s):// for the driver where it is built in.</param>
    /// <exception cref="ArgumentException">The address has credentials or a path in it, or another scheme.</exception>
    public Neo4jSettings(Uri address, string user, string password)
    {
        if (!address.IsAbsoluteUri || address.UserInfo.Length > 0 || address.PathAndQuery is not ("/" or ""))
        {
            throw new ArgumentException("The address of Neo4j is written like http://host:7474, without a path and without user or password; those are settings of their own.", nameof(address));
        }

        Address = address;
        User = user;
        this.password = password;
    }

    public Uri Address { get; }
    public string User { get; }

    /// <summary>The database on that server; Community has this one.</summary>
    public string Database { get; init; } = "neo4j";

    /// <summary>How long the server may work on a statement that names no limit of its own.</summary>
    public TimeSpan StatementLimit { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How often a statement is tried in all.</summary>
    public int AttemptsMax { get; init; } = 10;

    /// <summary>The first pause before another attempt; each further one is about twice as long, with jitter.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The longest pause between attempts.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>What a call may take beyond the statement's limit on the server before it counts as unanswered.</summary>
    public TimeSpan AnswerGrace { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>After so many calls in a row that nobody answered, none is made for <see cref="BreakerPause"/>; then one, and by its end all or none again. At least 2.</summary>
    public int BreakerCalls { get; init; } = 5;

    /// <summary>How long the circuit breaker stays open.</summary>
    public TimeSpan BreakerPause { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long the server is left alone when it asks for it (429).</summary>
    public TimeSpan RateLimitPause { get; init; } = TimeSpan.FromSeconds(6);

    /// <summary>A PEM file with the authorities whose certificates are trusted instead of the system's; null = the system's.</summary>
    public string? TrustedCertificates { get; init; }

    internal string Password => password;

    /// <summary>Address, database and user.</summary>
    public override string ToString() => $"{Address.GetLeftPart(UriPartial.Authority)}/{Database} as {User}";
}
