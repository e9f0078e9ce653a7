using System.Diagnostics;
using System.Globalization;
using FinInvest.Graph.Benchmarks.Reference;
using FinInvest.Graph.Casework;
using FinInvest.Graph.Casework.LoadRecords;
using FinInvest.Graph.Casework.Publish;
using FinInvest.Graph.Store.Neo4j;

namespace FinInvest.Graph.Benchmarks.Server;

/// <summary>
/// The generated transfers on a Neo4j server: loaded, checked and published by us beside LOAD CSV with MERGE of the same nodes and relationships in the same database, with the same constraints
/// and indexes; then questions in Cypher beside ours on what was read from that server.
/// </summary>
internal static class ServerWork
{
    private const string LoadCsv = """
        LOAD CSV WITH HEADERS FROM $file AS r
        WITH r, linenumber() - 1 AS line
        CALL (r, line) {
          WITH r, line, toInteger(round(100 * toFloat(r.amount))) AS minor, datetime(r.timestamp + 'Z') AS at
          MERGE (a:Account {case: $case, id: r.from_account}) ON CREATE SET a.load = 1
          MERGE (b:Account {case: $case, id: r.to_account}) ON CREATE SET b.load = 1
          MERGE (t:Transaction {case: $case, number: line})
          ON CREATE SET t.load = 1, t.document = 1, t.row = line, t.localId = r.tx_id, t.minor = -minor, t.counterMinor = minor, t.currency = r.currency, t.counterCurrency = r.currency,
            t.bookingDay = date(at), t.valueDay = date(at), t.instant = at.epochMillis, t.kind = 'payment', t.origin = 'observed'
          MERGE (a)-[:PERFORMS]->(t)
          MERGE (t)-[:BENEFITS_TO]->(b)
        } IN TRANSACTIONS OF 10000 ROWS
        """;

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("fininvest-server-").FullName;
        try
        {
            foreach (var size in Workload.Sizes.Where(s => s <= 1_000_000))
            {
                var work = Workload.Open(size);
                var run = Guid.NewGuid().ToString("N")[..6];

                // A small load first: what is planned and compiled once is not measured.
                await LoadAsync(Workload.Open(100_000), $"warm-{run}", folder, 3_000);
                await using var store = await MeasureLoadAsync(work, run, folder);
                await QuestionsAsync(work, store);
            }

            await ServerOwners.RunAsync(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<Neo4jStore> MeasureLoadAsync(Workload work, string run, string folder)
    {
        var rounds = int.Parse(Environment.GetEnvironmentVariable("FININVEST_ROUNDS") ?? "1", CultureInfo.InvariantCulture);
        var (ours, theirs) = (double.MaxValue, double.MaxValue);
        Neo4jStore? store = null;
        for (var round = 0; round < rounds; round++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"w{work.Size}-{run}-{round}");
            if (store is not null)
            {
                await store.DisposeAsync();
            }

            var at = Stopwatch.GetTimestamp();
            store = await LoadAsync(work, name, folder, int.MaxValue);
            ours = Math.Min(ours, Stopwatch.GetElapsedTime(at).TotalSeconds);
            if (GraphServer.ImportFolder is { } import)
            {
                File.Copy(Path.Combine(work.Folder, "tx.csv"), Path.Combine(import, name + ".csv"), overwrite: true);
                await GraphServer.RunAsync("MERGE (c:Case {case: $case})", new() { ["case"] = name + "-csv" });
                at = Stopwatch.GetTimestamp();
                await GraphServer.RunAsync(LoadCsv, new() { ["file"] = $"file:///{name}.csv", ["case"] = name + "-csv" });
                theirs = Math.Min(theirs, Stopwatch.GetElapsedTime(at).TotalSeconds);
                var there = await GraphServer.RunAsync("MATCH (t:Transaction) WHERE t.case = $case AND t.number > 0 RETURN count(t)", new() { ["case"] = name + "-csv" });
                Demand(there == work.From.Length, $"LOAD CSV left {there} transactions.");
            }
        }

        Demand((await store!.Case.LoadsAsync(await store.Case.VersionAsync(default), default))[0].Documents.Sum(d => d.Postings) == work.From.Length, $"Rows are missing.");
        RatioTable.Row("load of two-sided rows, beside LOAD CSV with MERGE", work.From.Length, ours, theirs == double.MaxValue ? 0 : theirs, 1,
            string.Create(CultureInfo.InvariantCulture, $"{work.From.Length / ours:N0} rows/s, checked; best of {rounds} in turn; peak of the client {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB"));
        return store;
    }

    /// <param name="rowsMax">So many rows of the extract alone.</param>
    private static async Task<Neo4jStore> LoadAsync(Workload work, string name, string folder, int rowsMax)
    {
        var into = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        LogCase.Write(into, "case.csv", "id,question,as_of,currencies", ["w,Which rows are there?,2023-12-31,KZT:2"]);
        var extract = Path.Combine(work.Folder, "tx.csv");
        if (rowsMax < work.From.Length)
        {
            File.WriteAllLines(Path.Combine(into, "tx.csv"), File.ReadLines(extract).Take(rowsMax));
            extract = Path.Combine(into, "tx.csv");
        }

        var mapping = RecordLoader.ReadMapping(Path.Combine(MeasuredCase.Repository(), "tests", "Benchmarks", "generated.json"));
        var store = await GraphServer.NewCaseAsync(name, folder);
        await new RecordLoader(store.Case, store.Vault).LoadAsync([extract, Path.Combine(into, "case.csv")], new LoadOptions(mapping), null, default);
        return store;
    }

    private static async Task QuestionsAsync(Workload work, Neo4jStore store)
    {
        var at = Stopwatch.GetTimestamp();
        using var file = await CaseFile.OpenAsync(store.Case, default);
        var replica = Stopwatch.GetElapsedTime(at).TotalSeconds;
        RatioTable.Row("read the whole case and make its ledger (replica)", work.From.Length, replica, 0, 0, string.Create(CultureInfo.InvariantCulture, $"{file.Reconciliation.Ledger.Count:N0} movements; once a version"));
        at = Stopwatch.GetTimestamp();
        var receipt = await PublishDesk.PublishAsync(store, file, default);
        var took = Stopwatch.GetElapsedTime(at).TotalSeconds;
        RatioTable.Row("publish", work.From.Length, took, 0, 0, string.Create(CultureInfo.InvariantCulture, $"{receipt.Transfers:N0} transfers: {receipt.Transfers / took:N0} a second"));
        await new ServerQuestions(work, file.Reconciliation.Ledger, store.Place[(store.Place.LastIndexOf('/') + 1)..], replica).RunAsync();
    }

    public static void Demand(bool holds, FormattableString sentence)
    {
        if (!holds)
        {
            throw new InvalidOperationException(sentence.ToString(CultureInfo.InvariantCulture));
        }
    }
}
