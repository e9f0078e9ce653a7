using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using FinInvest.Graph.Store.Neo4j;
using FinInvest.Graph.Store.Neo4j.Transport;

namespace FinInvest.Graph.Benchmarks.Server;

/// <summary>The Neo4j server at NEO4J_URI (NEO4J_USER, NEO4J_PASSWORD) that is measured. NEO4J_IMPORT names its import folder, for LOAD CSV. It is to hold nothing else.</summary>
internal static class GraphServer
{
    /// <summary>What a question may take on the server.</summary>
    public static readonly TimeSpan QuestionLimit = TimeSpan.FromSeconds(60);

    public static string? ImportFolder => Environment.GetEnvironmentVariable("NEO4J_IMPORT") is { Length: > 0 } named ? named : null;

    public static ICypherTransport Open() => ResilientTransport.OverHttp(new Neo4jSettings(Address, User, Password));

    /// <summary>A new case on the server, with its vault in a folder.</summary>
    public static async Task<Neo4jStore> NewCaseAsync(string name, string folder) =>
        (await Neo4jStore.OpenAsync(Open(), CaseAddress.Parse($"http://host/{name}"), Path.Combine(folder, name, "vault"), Path.Combine(folder, name, "cache"), create: true, default))!;

    /// <summary>Runs one statement in a transaction of its own, as CALL {} IN TRANSACTIONS needs it, and gives its first number.</summary>
    public static async Task<long> RunAsync(string statement, Dictionary<string, object?> parameters)
    {
        using var client = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Address, "/db/neo4j/query/v2"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{Password}")));
        request.Content = new StringContent(JsonSerializer.Serialize(new { statement, parameters }), Encoding.UTF8, "application/json");
        using var answer = await client.SendAsync(request);
        using var said = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        if (said.RootElement.TryGetProperty("errors", out var errors))
        {
            throw new InvalidOperationException(errors.ToString());
        }

        var values = said.RootElement.GetProperty("data").GetProperty("values");
        return values.GetArrayLength() > 0 && values[0].GetArrayLength() > 0 && values[0][0].ValueKind == JsonValueKind.Number ? values[0][0].GetInt64() : 0;
    }

    /// <summary>Asks one question and gives its rows as whole numbers, or null where the server did not finish it in time or had not the memory.</summary>
    public static async Task<(double Seconds, List<long[]>? Rows)> AskAsync(ICypherTransport transport, string statement, Dictionary<string, object?> parameters)
    {
        var rows = new NumberRows();
        var at = Stopwatch.GetTimestamp();
        try
        {
            await transport.RunAsync(new CypherStatement("question", statement, parameters) { Limit = QuestionLimit }, AccessMode.Read, [], rows, default);
            return (Stopwatch.GetElapsedTime(at).TotalSeconds, rows.Rows);
        }
        catch (CypherException e)
        {
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"A question was not answered after {Stopwatch.GetElapsedTime(at).TotalSeconds:0.0} s: {e.Code}"));
            return (Stopwatch.GetElapsedTime(at).TotalSeconds, null);
        }
    }

    private static Uri Address => new(Environment.GetEnvironmentVariable("NEO4J_URI") ?? throw new InvalidOperationException("Set NEO4J_URI (http://...), NEO4J_USER, NEO4J_PASSWORD and NEO4J_IMPORT to the server that is to be measured."));

    private static string User => Environment.GetEnvironmentVariable("NEO4J_USER") ?? "neo4j";

    private static string Password => Environment.GetEnvironmentVariable("NEO4J_PASSWORD") ?? "";

    private sealed class NumberRows : IRowSink
    {
        public List<long[]> Rows { get; } = [];

        public void Restart() => Rows.Clear();

        public void Columns(IReadOnlyList<string> names)
        {
        }

        public void Row(IRowValues values) => Rows.Add([.. Enumerable.Range(0, values.Count).Select(c => values.IsNull(c) ? 0 : values.Int64(c))]);
    }
}
