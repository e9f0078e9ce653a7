namespace FinInvest.Graph.Store.Neo4j;

/// <summary>A case on a server as a person names it: http://host:7474/CASE. User and password are never in it.</summary>
public sealed class CaseAddress
{
    private static readonly string[] Schemes = ["http", "https", "bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc"];

    private CaseAddress(Uri server, string name)
    {
        (Server, Case) = (server, name);
    }

    /// <summary>The server without the case.</summary>
    public Uri Server { get; }

    /// <summary>The case: 1 to 64 letters of a to z, digits, hyphens, underscores and full stops.</summary>
    public string Case { get; }

    /// <summary>Whether a place is meant as a server's address and not as a folder.</summary>
    public static bool IsOne(string place)
    {
        var at = place.IndexOf("://", StringComparison.Ordinal);
        return at > 0 && Schemes.Contains(place[..at], StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Reads an address.</summary>
    /// <exception cref="ArgumentException">It has user or password in it, or names no case; the sentence does not repeat it.</exception>
    public static CaseAddress Parse(string place)
    {
        if (!IsOne(place) || !Uri.TryCreate(place, UriKind.Absolute, out var uri))
        {
            throw new ArgumentException($"A case on a server is named like http://host:7474/CASE; known are {string.Join(", ", Schemes)}.");
        }

        if (uri.UserInfo.Length > 0)
        {
            throw new ArgumentException("User and password do not belong into an address, which is shown and logged. Set NEO4J_USER, and NEO4J_PASSWORD or NEO4J_PASSWORD_FILE, and leave them out of it.");
        }

        var name = uri.AbsolutePath.Trim('/');
        if (!IsName(name) || uri.Query.Length > 0 || uri.Fragment.Length > 0)
        {
            throw new ArgumentException($"{uri.GetLeftPart(UriPartial.Authority)} must be followed by the case, such as {uri.GetLeftPart(UriPartial.Authority)}/CASE-7: letters of a to z, digits, hyphens, underscores and full stops, at most 64.");
        }

        return new CaseAddress(new Uri(uri.GetLeftPart(UriPartial.Authority)), name);
    }

    /// <summary>Server and case.</summary>
    public override string ToString() => $"{Server.GetLeftPart(UriPartial.Authority)}/{Case}";

    private static bool IsName(string name) => name.Length is > 0 and <= 64 && name[0] != '.' && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}
