using FinInvest.Graph.Store.Embedded;
using FinInvest.Graph.Worker.Hosting;
using Xunit;

namespace FinInvest.Graph.Tests.Worker.Hosting;

/// <summary>A stop in order: the file in hand is finished, or given back.</summary>
[Collection(nameof(HostedCollection))]
public class StoppingTests
{
    [Fact]
    public async Task The_file_in_hand_is_finished_and_no_further_one_is_taken()
    {
        using var root = new WorkerRoot();
        root.PutTerms("C1/bank");
        Task? stopped = null;
        ServeHost? host = null;
        host = ServeHost.Build(root.Options(once: false), ServeHost.Configuration(root.Folder, WorkerRoot.Quiet), step =>
        {
            if (step == "load")
            {
                stopped ??= host!.StopAsync();
            }
        });
        await using (host)
        {
            await host.StartAsync(CancellationToken.None);
            await InboxTests.Until(() => stopped is not null);
            await stopped!;
        }

        Assert.Equal(["accounts.csv"], (await root.HeldAsync("C1")).Documents);
        Assert.True(File.Exists(root.Done("C1/bank/accounts.csv.receipt.txt")));
        Assert.Equal(["statements.csv"], root.Left());
    }

    [Fact]
    public async Task A_file_that_cannot_be_finished_in_time_is_given_back_and_loaded_the_next_time()
    {
        using var root = new WorkerRoot();
        root.PutTerms("C1/bank");
        await root.ServeAsync();
        root.Put("C1/bank", "postings-a.csv", WorkerRoot.Postings(1));
        var taken = false;
        await using (var other = Workspace.Open(Path.Combine(root.Folder, "cases/C1"), create: false))
        await using (await other.Case.BeginLoadAsync(CancellationToken.None))
        await using (var host = ServeHost.Build(root.Options(once: false) with { GraceSeconds = 0.1, RetrySeconds = 100 }, ServeHost.Configuration(root.Folder, WorkerRoot.Quiet),
            step => taken |= step == "load"))
        {
            await host.StartAsync(CancellationToken.None);
            await InboxTests.Until(() => taken);
            await host.StopAsync();
        }

        Assert.Equal(["postings-a.csv"], root.Left());
        Assert.Contains("\"given_back\"", await File.ReadAllTextAsync(Path.Combine(root.Folder, "journal.jsonl")), StringComparison.Ordinal);
        await root.ServeAsync();
        Assert.Equal(2, (await root.HeldAsync("C1")).Rows);
    }

    [Fact]
    public async Task Mended_rows_complete_the_statement_they_were_rejected_from()
    {
        using var root = new WorkerRoot();
        root.Put("C1/bank", "accounts.csv", "id,currency\nACC-1,USD\n");
        root.Put("C1/bank", "statements.csv", "id,account,from,to,opening,closing\nS1,ACC-1,2024-01-01,2024-01-31,0.00,35.00\n");
        root.Put("C1/bank", "postings-a.csv", WorkerRoot.Header + "S1,1,2024-01-05,10.00,USD,B\nS1,2,2024-01-06,ten,USD,B\nS1,3,2024-01-08,15.00,USD,B\n");
        await root.ServeAsync();
        Assert.Equal(AccountCoverage.External, await root.CoverageAsync("C1", "ACC-1"));
        var rejects = root.Quarantine("C1/bank/postings-a.csv.rejects.csv");
        await File.WriteAllTextAsync(rejects, (await File.ReadAllTextAsync(rejects)).Replace(",ten,", ",10.00,", StringComparison.Ordinal));
        Assert.Equal(0, await FinInvest.Graph.Worker.Program.Main(["load", "--mended", rejects, "-w", Path.Combine(root.Folder, "cases/C1")]));
        Assert.Equal(AccountCoverage.Reconciled, await root.CoverageAsync("C1", "ACC-1"));
        Assert.Equal(3, (await root.HeldAsync("C1")).Rows);
    }
}
