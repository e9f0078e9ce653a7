using System.Globalization;
using FinInvest.Graph.Casework;
using FinInvest.Graph.Store;
using FinInvest.Graph.Store.Embedded;
using FinInvest.Graph.Store.Neo4j;
using FinInvest.Graph.Store.Neo4j.Bolt;
using FinInvest.Graph.Store.Neo4j.Transport;

namespace FinInvest.Graph.Worker;

/// <summary>Opens a case by the place a person names, a folder or an address such as http://host:7474/CASE: the one point where the program knows which stores there are.</summary>
internal static class StoreOpener
{
    /// <summary>Opens a case that exists.</summary>
    /// <exception cref="CaseQuestionException">There is none.</exception>
    /// <exception cref="ArgumentException">The place is an address that cannot be used.</exception>
    public static async ValueTask<ICaseStore> OpenAsync(string place, CancellationToken ct, StoreFolders? folders = null)
    {
        ct.ThrowIfCancellationRequested();
        if (CaseAddress.IsOne(place))
        {
            return await OpenOnServerAsync(CaseAddress.Parse(place), create: false, folders, ct)
                ?? throw new CaseQuestionException($"There is no case at {CaseAddress.Parse(place)}. Load one first: fininvest load FOLDER -w {CaseAddress.Parse(place)}");
        }

        return File.Exists(Path.Combine(place, "case.db")) ? Workspace.Open(place, create: false)
            : throw new CaseQuestionException($"There is no case in '{place}'. Load one first: fininvest load FOLDER -w {place} (or run: fininvest demo).");
    }

    /// <summary>Opens a case, or makes it where there is none.</summary>
    /// <exception cref="ArgumentException">The place is an address that cannot be used.</exception>
    public static async ValueTask<ICaseStore> OpenOrMakeAsync(string place, CancellationToken ct, StoreFolders? folders = null)
    {
        ct.ThrowIfCancellationRequested();
        return CaseAddress.IsOne(place) ? (await OpenOnServerAsync(CaseAddress.Parse(place), create: true, folders, ct))! : Workspace.Open(place, create: true);
    }

    /// <summary>A server that keeps many cases, with the user of the environment. It makes no call yet.</summary>
    /// <exception cref="ArgumentException">The address cannot be used, or the environment names no password.</exception>
    public static IStoreServer Server(Uri server) => new Neo4jStoreServer(Transport(server), server);

    private static ResilientTransport Transport(Uri server)
    {
        if (Neo4jTransports.Problem(server) is { Length: > 0 } problem)
        {
            throw new ArgumentException(problem);
        }

        var (user, password) = Credentials();
        return Neo4jTransports.Open(StatementSeconds() is { } seconds ? new Neo4jSettings(server, user, password) { StatementLimit = TimeSpan.FromSeconds(seconds) }
            : new Neo4jSettings(server, user, password));
    }

    /// <summary>How long the server may work on one statement, from FININVEST_STATEMENT_SECONDS; null = as long as is usual.</summary>
    private static int? StatementSeconds()
    {
        if (Environment.GetEnvironmentVariable("FININVEST_STATEMENT_SECONDS") is not { Length: > 0 } text)
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= 86_400 ? seconds
            : throw new ArgumentException($"FININVEST_STATEMENT_SECONDS is '{text}': state a whole number of seconds from 1 to 86400 such as 300.");
    }

    private static async ValueTask<ICaseStore?> OpenOnServerAsync(CaseAddress address, bool create, StoreFolders? folders, CancellationToken ct)
    {
        var at = folders ?? StoreFolders.Standard;
        var transport = Transport(address.Server);
        Neo4jStore? store = null;
        try
        {
            var server = $"{address.Server.Host}-{address.Server.Port}";
            return store = await Neo4jStore.OpenAsync(transport, address, Path.Combine(at.Vault, address.Case), Path.Combine(at.Cache, server, address.Case), create, ct);
        }
        finally
        {
            if (store is null)
            {
                await transport.DisposeAsync();
            }
        }
    }

    /// <summary>NEO4J_USER (neo4j), and NEO4J_PASSWORD or the first line of the file NEO4J_PASSWORD_FILE.</summary>
    private static (string User, string Password) Credentials()
    {
        var user = Environment.GetEnvironmentVariable("NEO4J_USER") is { Length: > 0 } named ? named : "neo4j";
        if (Environment.GetEnvironmentVariable("NEO4J_PASSWORD") is { Length: > 0 } password)
        {
            return (user, password);
        }

        if (Environment.GetEnvironmentVariable("NEO4J_PASSWORD_FILE") is not { Length: > 0 } file)
        {
            throw new ArgumentException("Set NEO4J_PASSWORD, or NEO4J_PASSWORD_FILE to a file whose first line it is (and NEO4J_USER, if the user is not neo4j).");
        }

        return File.Exists(file) && File.ReadLines(file).FirstOrDefault() is { Length: > 0 } line ? (user, line)
            : throw new ArgumentException("NEO4J_PASSWORD_FILE names a file that is not there or is empty.");
    }
}
