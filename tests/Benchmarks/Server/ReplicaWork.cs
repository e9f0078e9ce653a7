using System.Diagnostics;
using System.Globalization;
using System.Text;
using FinInvest.Graph.Casework.Replica;
using FinInvest.Graph.Store;
using FinInvest.Graph.Store.Neo4j;
using FinInvest.Graph.Store.Neo4j.Bolt;
using FinInvest.Graph.Store.Neo4j.Transport;

namespace FinInvest.Graph.Benchmarks.Server;

/// <summary>
/// Filling the copy of a server's rows beside a raw reader of the same statement: curl to /dev/null over HTTP, the driver without looking at values over Bolt. NEO4J_URI names the server, which keeps the case
/// for the next run; NEO4J_USER and NEO4J_PASSWORD the user.
/// </summary>
internal static class ReplicaWork
{
    private const int Times = 3;
    private const int Accounts = 50_000;

    public static async Task RunAsync(int rows)
    {
        var address = new Uri(Environment.GetEnvironmentVariable("NEO4J_URI") ?? throw new InvalidOperationException("Set NEO4J_URI to a server that holds nothing you need."));
        var settings = new Neo4jSettings(address, Environment.GetEnvironmentVariable("NEO4J_USER") ?? "neo4j", Environment.GetEnvironmentVariable("NEO4J_PASSWORD") ?? "");
        var folder = Directory.CreateTempSubdirectory("fininvest-bench-").FullName;
        var name = string.Create(CultureInfo.InvariantCulture, $"replica-{rows}");
        try
        {
            var parsed = CaseAddress.Parse($"{address.Scheme}://{address.Authority}/{name}");
            await using var store = (await Neo4jStore.OpenAsync(Neo4jTransports.Open(settings), parsed, Path.Combine(folder, "vault"), Path.Combine(folder, "cache"), create: true, default))!;
            if ((await store.Case.VersionAsync(default)).Loads == 0)
            {
                await LoadAsync(store, rows);
            }

            var (raw, ours) = (double.MaxValue, double.MaxValue);
            var memory = new PeakMemory();
            for (var i = 0; i < Times; i++)
            {
                raw = Math.Min(raw, await RawAsync(settings, name, rows));
                store.Rows.Clear();
                ours = Math.Min(ours, await FillAsync(store, rows, memory));
            }

            var delta = await FillAsync(store, rows, memory);
            Console.WriteLine("| rows | raw reader | copy of the rows | ratio | rows/s | opened again | peak managed | peak resident |\n|---|---|---|---|---|---|---|---|");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {rows:N0} over {address.Scheme} | {raw:0.00} s | {ours:0.00} s | {ours / raw:0.00} | {rows / ours:N0} | {delta:0.000} s | {memory.Managed >> 20} MB | {memory.Resident >> 20} MB |"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<double> FillAsync(Neo4jStore store, int rows, PeakMemory memory)
    {
        using var watched = memory.Watch();
        var at = Stopwatch.GetTimestamp();
        var version = await store.Case.VersionAsync(default);
        using var replica = RowReplica.Open(store.Case, version, await store.Case.LoadsAsync(version, default), store.Rows, isNewest: true, default);
        var seconds = Stopwatch.GetElapsedTime(at).TotalSeconds;
        return replica.Rows == rows ? seconds : throw new InvalidOperationException($"The copy has {replica.Rows} of {rows} rows.");
    }

    private static async Task<double> RawAsync(Neo4jSettings settings, string name, int rows)
    {
        var text = string.Join('\n', File.ReadLines(Path.Combine(MeasuredCase.Repository(), "cypher", "read", "rows.cypher")).Where(l => !l.StartsWith("//", StringComparison.Ordinal)));
        var parameters = new Dictionary<string, object?> { ["case"] = name, ["from"] = 1L, ["to"] = rows + 1L, ["texts"] = false };
        var at = Stopwatch.GetTimestamp();
        if (settings.Address.Scheme is "http" or "https")
        {
            await CurlAsync(settings, new { statement = text, parameters });
        }
        else
        {
            await using var transport = Neo4jTransports.Open(settings);
            var sink = new CountingSink();
            await transport.RunAsync(new CypherStatement("read/rows.cypher", text, parameters), AccessMode.Read, [], sink, default);
            _ = sink.Count == rows ? 0 : throw new InvalidOperationException($"The raw reader got {sink.Count} of {rows} rows.");
        }

        return Stopwatch.GetElapsedTime(at).TotalSeconds;
    }

    private static async Task CurlAsync(Neo4jSettings settings, object body)
    {
        var start = new ProcessStartInfo("curl", ["-sS", "--fail", "-o", "/dev/null", "-K", "-", "-H", "Content-Type: application/json", "-H", "Accept: application/json",
            "-d", System.Text.Json.JsonSerializer.Serialize(body), settings.Address.GetLeftPart(UriPartial.Authority) + "/db/neo4j/query/v2"]) { RedirectStandardInput = true };
        using var curl = Process.Start(start)!;
        await curl.StandardInput.WriteLineAsync($"user = \"{settings.User}:{Environment.GetEnvironmentVariable("NEO4J_PASSWORD")}\"");
        curl.StandardInput.Close();
        await curl.WaitForExitAsync();
        _ = curl.ExitCode == 0 ? 0 : throw new InvalidOperationException($"curl ended with {curl.ExitCode}.");
    }

    /// <summary>Two-sided rows with ids of their own, in documents of 100,000 rows.</summary>
    private static async Task LoadAsync(Neo4jStore store, int rows)
    {
        string[] names = ["", .. Enumerable.Range(0, Accounts).Select(a => string.Create(CultureInfo.InvariantCulture, $"KZ86125KZT{a:D10}"))];
        var random = 0x9E3779B97F4A7C15UL;
        await using var load = await store.Case.BeginLoadAsync(default);
        for (var first = 1; first <= rows; first += 100_000)
        {
            var bytes = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"generated rows from {first}\n"));
            var document = new SourceDocument(await store.Vault.PutAsync(new MemoryStream(bytes), default), string.Create(CultureInfo.InvariantCulture, $"rows-{first}.csv"), bytes.Length);
            await load.BeginDocumentAsync(document, default);
            for (var at = first; at < first + 100_000 && at <= rows; at += 50_000)
            {
                var page = PostingPage.Allocate(document.Hash, names, ["extract"], ["KZT"], Math.Min(50_000, rows - at + 1));
                for (var i = 0; i < page.Count; i++)
                {
                    random = unchecked((random * 6_364_136_223_846_793_005UL) + 1_442_695_040_888_963_407UL);
                    page.Row[i] = at + i;
                    page.Account[i] = 1 + (int)((random >> 33) % Accounts);
                    page.Counterparty[i] = 1 + (int)((random >> 17) % Accounts);
                    page.CounterMinor[i] = 100 + (long)(random >> 44);
                    page.Minor[i] = -page.CounterMinor[i];
                    page.BookingDay[i] = page.ValueDay[i] = 19_000 + ((at + i) / 2_800);
                    page.LocalId[i] = string.Create(CultureInfo.InvariantCulture, $"g:{at + i}");
                }

                await load.AppendAsync(page, default);
            }
        }

        await load.CommitAsync(default);
    }
}
