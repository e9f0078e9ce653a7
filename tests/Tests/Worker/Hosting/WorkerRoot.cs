using FinInvest.Graph.Store;
using FinInvest.Graph.Store.Embedded;
using FinInvest.Graph.Worker.Hosting;

namespace FinInvest.Graph.Tests.Worker.Hosting;

/// <summary>A root of the worker in a folder of its own, with the senders' files made by the tests.</summary>
internal sealed class WorkerRoot : IDisposable
{
    public const string Header = "statement,row,booking_day,amount,currency,counterparty\n";

    public string Folder { get; } = Directory.CreateTempSubdirectory("fininvest-serve-").FullName;

    public string Put(string sender, string name, string text)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Folder, "inbox", sender)).FullName;
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Account and statement of a sender, and a good grade.</summary>
    public void PutTerms(string sender)
    {
        Put(sender, "grade.json", """{"grade": "B2", "partner": "AE", "permissions": ["court"]}""");
        Put(sender, "accounts.csv", "id,currency\nACC-1,USD\n");
        Put(sender, "statements.csv", "id,account,from,to,opening,closing\nS1,ACC-1,2024-01-01,2024-01-31,0.00,0.00\n");
    }

    public static string Postings(int file, int rows = 2) =>
        Header + string.Concat(Enumerable.Range(1, rows).Select(r => FormattableString.Invariant($"S1,{file * 1000 + r},2024-01-{r % 28 + 1:00},{file}.{r % 100:00},USD,B-{r}\n")));

    public string Done(string path) => Path.Combine(Folder, "done", path);
    public string Quarantine(string path) => Path.Combine(Folder, "quarantine", path);
    public IEnumerable<string> Left() => Directory.EnumerateFiles(Path.Combine(Folder, "inbox"), "*", SearchOption.AllDirectories).Select(f => Path.GetFileName(f)).Where(InboxScan.IsRecord);

    public ServeOptions Options(bool once = true) => new()
    {
        Root = Folder, Once = once, Listen = "none", StableSeconds = 0.05, ScanSeconds = 0.03, Retries = 3, RetrySeconds = 0.02, RetryLaterSeconds = 0.05, DiskFreeMegabytes = 0, GraceSeconds = 5,
    };

    /// <summary>Runs until the inbox is empty.</summary>
    public async Task<bool> ServeAsync(Action<string>? beforeStep = null)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await using var host = ServeHost.Build(Options(), ServeHost.Configuration(Folder, Quiet), beforeStep);
        await host.RunAsync(limit.Token);
        Xunit.Assert.False(limit.IsCancellationRequested, "The inbox did not become empty; left: " + string.Join(", ", Left()));
        return host.HasRejects;
    }

    /// <summary>Runs until the inbox is empty or the worker fails, and then throws what it failed with.</summary>
    public async Task RunUnguardedAsync(Action<string> beforeStep)
    {
        Exception? failed = null;
        await using var host = ServeHost.Build(Options(), ServeHost.Configuration(Folder, Quiet), step =>
        {
            try
            {
                beforeStep(step);
            }
            catch (Exception e)
            {
                failed = e;
                throw;
            }
        });
        await host.RunAsync(CancellationToken.None);
        if (failed is not null)
        {
            throw failed;
        }
    }

    public static IReadOnlyDictionary<string, string?> Quiet { get; } = new Dictionary<string, string?> { ["Logging:LogLevel:Default"] = "None", ["Logging:LogLevel:Microsoft"] = "None" };

    /// <summary>Names of the documents and the number of rows a case holds, each as often as it is there.</summary>
    public async Task<(IReadOnlyList<string> Documents, long Rows)> HeldAsync(string name)
    {
        await using var workspace = Workspace.Open(Path.Combine(Folder, "cases", name), create: false);
        var at = await workspace.Case.VersionAsync(CancellationToken.None);
        var facts = await workspace.Case.FactsAsync(at, CancellationToken.None);
        long rows = 0;
        await foreach (var page in workspace.Case.PostingsAsync(LedgerRequest.WholeCase(at), CancellationToken.None))
        {
            rows += page.Count;
        }

        return ([.. facts.Documents.Select(d => d.Name).Order(StringComparer.Ordinal)], rows);
    }

    public async Task<AccountCoverage> CoverageAsync(string name, string account)
    {
        await using var workspace = Workspace.Open(Path.Combine(Folder, "cases", name), create: false);
        var file = await FinInvest.Graph.Casework.CaseFile.OpenAsync(workspace.Case, CancellationToken.None);
        return file.Reconciliation.Ledger.Accounts.Single(a => a.Id == account).Coverage;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
