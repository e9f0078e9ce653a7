using System.Diagnostics;
using System.Globalization;
using FinInvest.Graph.Casework;
using FinInvest.Graph.Casework.LoadRecords;
using FinInvest.Graph.Store.Embedded;

namespace FinInvest.Graph.Benchmarks.Reference;

/// <summary>
/// W1: the extract into the store, checked, its file hashed and kept, durable; beside DuckDB (from npm, where node is there) and beside a C program that
/// only inserts the same rows into SQLite. Then the ledger out of the store, beside the part of w1.cpp that orders rows and makes both adjacencies.
/// </summary>
internal static class LoadWork
{
    private const string Duck = """
        import {DuckDBInstance} from '@duckdb/node-api';
        const [,, csv, db] = process.argv;
        const instance = await DuckDBInstance.create(db, {threads: '2'});
        const connection = await instance.connect();
        const at = performance.now();
        await connection.run(`create table tx as select * from read_csv('${csv}', header = true, columns = {'tx_id': 'UINTEGER', 'from_account': 'VARCHAR', 'to_account': 'VARCHAR', 'amount': 'DECIMAL(18,2)', 'currency': 'VARCHAR', 'timestamp': 'TIMESTAMP'})`);
        await connection.run('checkpoint');
        console.log('seconds ' + ((performance.now() - at) / 1e3).toFixed(3));
        process.exit(0);
        """;

    public static async Task RunAsync()
    {
        foreach (var size in Workload.Sizes)
        {
            var work = Workload.Open(size);
            var extract = Path.Combine(work.Folder, "tx.csv");
            var folder = Directory.CreateTempSubdirectory("fininvest-w1-").FullName;
            try
            {
                LogCase.Write(folder, "case.csv", "id,question,as_of,currencies", ["w1,Which rows are there?,2023-12-31,KZT:2"]);
                var mapping = RecordLoader.ReadMapping(Path.Combine(MeasuredCase.Repository(), "tests", "Benchmarks", "generated.json"));
                var at = Stopwatch.GetTimestamp();
                await using var workspace = Workspace.Open(Path.Combine(folder, "case"), create: true);
                await new RecordLoader(workspace.Case, workspace.Vault).LoadAsync([extract, Path.Combine(folder, "case.csv")], new LoadOptions(mapping), null, CancellationToken.None);
                var ours = Stopwatch.GetElapsedTime(at).TotalSeconds;
                var rate = string.Create(CultureInfo.InvariantCulture, $"{work.From.Length / ours:N0} rows/s, peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB");
                var inserted = RatioTable.Number(Workload.Run(Program(), extract, Path.Combine(folder, "plain.db")), "seconds ");
                RatioTable.Row("W1 load, beside a C program into SQLite", work.From.Length, ours, inserted, 1.5, rate);
                if (DuckFolder() is { } duck)
                {
                    var took = RatioTable.Number(Workload.Run("node", Path.Combine(duck, "load.mjs"), extract, Path.Combine(folder, "duck.db")), "seconds ");
                    RatioTable.Row("W1 load, beside DuckDB", work.From.Length, ours, took, 4, rate);
                }

                await LedgerAsync(work, workspace);
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static async Task LedgerAsync(Workload work, Workspace workspace)
    {
        var said = Workload.Run(Workload.Program("w1", "w1.cpp"), work.Folder, "2");
        var index = RatioTable.Number(said, "sort ") + RatioTable.Number(said, "csr ");
        var at = Stopwatch.GetTimestamp();
        using (var file = await CaseFile.OpenAsync(workspace.Case, CancellationToken.None, workspace.Cache))
        {
            RatioTable.Row("W1 ledger from the store", work.From.Length, Stopwatch.GetElapsedTime(at).TotalSeconds, index, 2.5, string.Create(CultureInfo.InvariantCulture,
                $"{file.Reconciliation.Ledger.Count:N0} movements, read, paired, ordered and kept in the cache; peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB"));
        }

        GC.Collect();
        var before = GC.GetTotalMemory(true);
        at = Stopwatch.GetTimestamp();
        using var warm = await CaseFile.OpenAsync(workspace.Case, CancellationToken.None, workspace.Cache);
        var took = Stopwatch.GetElapsedTime(at).TotalSeconds;
        var mapped = Directory.EnumerateFiles(Path.Combine(workspace.Folder, "cache")).Sum(f => new FileInfo(f).Length);
        RatioTable.Row("W1 ledger from the cache", work.From.Length, took, 0, 0, string.Create(CultureInfo.InvariantCulture,
            $"goal 1 s{(took < 1 ? "" : " missed")}; {(double)(mapped + GC.GetTotalMemory(true) - before) / work.From.Length:N0} bytes a transfer mapped and managed, goal 80"));
    }

    private static string Program()
    {
        var program = Path.Combine(Workload.Home(), "bin", "insert_rows");
        if (!File.Exists(program))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(program)!);
            Workload.Run("gcc", "-O3", "-march=native", "-o", program, Path.Combine(MeasuredCase.Repository(), "tests", "Benchmarks", "Reference", "insert_rows.c"), "-lsqlite3");
        }

        return program;
    }

    /// <summary>A folder with DuckDB for node, fetched once; null where that does not work.</summary>
    private static string? DuckFolder()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Workload.Home(), "duckdb")).FullName;
        try
        {
            if (!Directory.Exists(Path.Combine(folder, "node_modules", "@duckdb", "node-api")))
            {
                Workload.Run("npm", "install", "--silent", "--prefix", folder, "@duckdb/node-api");
            }

            File.WriteAllText(Path.Combine(folder, "load.mjs"), Duck);
            return folder;
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            Console.Error.WriteLine($"DuckDB is left out: {e.Message}");
            return null;
        }
    }
}
