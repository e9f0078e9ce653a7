using System.Globalization;
using FinInvest.Graph.Casework;
using FinInvest.Graph.Casework.LoadRecords;
using FinInvest.Graph.Casework.ReviewScores;
using FinInvest.Graph.Store.Embedded;
using FinInvest.Graph.Trace.Corridors;
using FinInvest.Graph.Trace.Paths;

namespace FinInvest.Graph.Benchmarks;

/// <summary>The steps of a case, as a person takes them: load, open, corridor, five rules, bounds, paths of one target.</summary>
internal static class MeasuredCase
{
    public static async Task RunAsync(Table table, string mapping, IReadOnlyList<string> inputs, string target)
    {
        var folder = Directory.CreateTempSubdirectory("fininvest-bench-").FullName;
        try
        {
            await using var workspace = Workspace.Open(folder, create: true);
            var rows = 0L;
            var at = System.Diagnostics.Stopwatch.GetTimestamp();
            await table.MeasureAsync("load", () => new RecordLoader(workspace.Case, workspace.Vault)
                .LoadAsync(inputs, new LoadOptions(RecordLoader.ReadMapping(mapping)), null, CancellationToken.None), o =>
            {
                var seconds = System.Diagnostics.Stopwatch.GetElapsedTime(at).TotalSeconds;
                rows = o.Receipt.Documents.Sum(d => d.Postings);
                return string.Create(CultureInfo.InvariantCulture, $"{rows:N0} rows, {o.Receipt.Documents.Sum(d => d.Facts):N0} facts, {o.RejectsTotal} rejects; {rows / seconds:N0} rows/s");
            });
            using (await table.MeasureAsync("open, reconcile and keep", () => CaseFile.OpenAsync(workspace.Case, CancellationToken.None, workspace.Cache), f => $"from the cache: {f.IsFromCache}"))
            {
            }

            using var file = await table.MeasureAsync("open from the cache", () => CaseFile.OpenAsync(workspace.Case, CancellationToken.None, workspace.Cache), f =>
                string.Create(CultureInfo.InvariantCulture, $"{f.Reconciliation.Ledger.Count:N0} movements, {f.Reconciliation.Ledger.Accounts.Count(a => a.Coverage == AccountCoverage.Reconciled):N0} accounts reconciled"));
            string[] targets = [target];
            await table.MeasureAsync("corridor", () => CorridorFinder.Find(file.Reconciliation, targets), c => c.Extent, 3);
            await table.MeasureAsync("five rules", () => new CaseReview(file).Compare(targets), r => string.Join(", ", r.Select(t => $"{t.Rule} {t.Targets[0].Traced}")), 3);
            await table.MeasureAsync("bounds", () => new CaseReview(file).Bounds(targets), b => $"L {b[0].Lower}, U {b[0].UpperRecorded}, with OUTSIDE {b[0].UpperOut}, floor {b[0].Floor}", 3);
            await table.MeasureAsync("ten best paths", () => new CaseReview(file).Paths(target, new PathOptions()), p => $"{p.Paths.Count} paths", 3);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The folder beside the repository that holds data/ and bench/, by FININVEST_SHARED or upwards from here.</summary>
    public static string Shared()
    {
        if (Environment.GetEnvironmentVariable("FININVEST_SHARED") is { Length: > 0 } named)
        {
            return named;
        }

        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (Directory.Exists(Path.Combine(at.FullName, "shared", "data")))
            {
                return Path.Combine(at.FullName, "shared");
            }
        }

        throw new DirectoryNotFoundException("The public data are not beside the repository: set FININVEST_SHARED to the folder that holds data/ and bench/.");
    }

    public static string Repository()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "FinInvest.Graph.sln")))
        {
            at = at.Parent;
        }

        return at?.FullName ?? throw new DirectoryNotFoundException("Run this from a clone of the repository.");
    }
}
