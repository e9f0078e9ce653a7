using FinInvest.Graph.Casework;
using FinInvest.Graph.Casework.LoadRecords;
using FinInvest.Graph.Casework.Publish;
using FinInvest.Graph.Store.Neo4j.Transport;
using FinInvest.Graph.Store.Publishing;
using Xunit;

namespace FinInvest.Graph.StoreTests.Neo4j.Publishing;

/// <summary>The sample case on the test server, published once for the tests of a class.</summary>
public sealed class PublishedSample(Neo4jServer server) : IAsyncLifetime
{
    private Neo4jOpenCase? open;

    internal Neo4jServer Server => server;

    internal Neo4jOpenCase Open => open ?? throw new InvalidOperationException("The server is not there.");

    /// <summary>The folder of the repository.</summary>
    public static string Repository { get; } = Root();

    public async ValueTask InitializeAsync()
    {
        open = await Neo4jOpenCase.MakeAsync(server);
        await LoadAsync(open, Path.Combine(Repository, "sample-data", "embezzlement", "input"));
        await PublishAsync(open);
    }

    internal static async Task LoadAsync(Neo4jOpenCase into, string folder)
    {
        var mapping = Path.Combine(folder, RecordLoader.MappingFile);
        await new RecordLoader(into.Graph, into.Vault).LoadAsync([folder], new LoadOptions(File.Exists(mapping) ? RecordLoader.ReadMapping(mapping) : null), null, default);
    }

    internal static async Task<PublicationReceipt> PublishAsync(Neo4jOpenCase of)
    {
        using var file = await CaseFile.OpenAsync(of.Graph, default);
        return await PublishDesk.PublishAsync(of.Store, file, default);
    }

    /// <summary>The rows of a saved query, in its order, each as one text.</summary>
    /// <param name="shown">An expression over the columns of the query.</param>
    internal static async Task<List<string>> AskAsync(Neo4jOpenCase of, string query, string shown, params (string Name, object? Value)[] parameters)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Repository, "cypher", "query", query + ".cypher"));
        var values = new Dictionary<string, object?>(StringComparer.Ordinal) { ["case"] = of.Name };
        foreach (var (name, value) in parameters)
        {
            values.Add(name, value);
        }

        var rows = new Transport.RowList<string>(r => r.Text(0));
        await of.Transport.RunAsync(new CypherStatement(query, $"CALL () {{\n{text}\n}}\nRETURN {shown}", values), AccessMode.Read, [], rows, default);
        return rows.Rows;
    }

    /// <summary>One number that a statement of a test gives.</summary>
    internal static async Task<long> CountAsync(Neo4jOpenCase of, string statement)
    {
        var rows = new Transport.RowList<long>(r => r.Int64(0));
        await of.Transport.RunAsync(new CypherStatement("count", statement, new Dictionary<string, object?> { ["case"] = of.Name }), AccessMode.Read, [], rows, default);
        return rows.Rows.Single();
    }

    public async ValueTask DisposeAsync()
    {
        if (open is not null)
        {
            await open.DisposeAsync();
        }
    }

    private static string Root()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "FinInvest.Graph.sln")))
            {
                return at.FullName;
            }
        }

        throw new InvalidOperationException("The repository was not found above " + AppContext.BaseDirectory);
    }
}
