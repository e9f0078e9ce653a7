using Xunit;

namespace FinInvest.Graph.Tests.Worker.Hosting;

/// <summary>Rejected rows that a person has mended come back through the inbox.</summary>
[Collection(nameof(HostedCollection))]
public class MendedInboxTests
{
    /// <summary>Goes through the worker without being handled, as a kill does.</summary>
    private sealed class StoppedException : OperationCanceledException;

    [Fact]
    public async Task Mended_rows_that_are_dropped_into_the_inbox_complete_their_statement()
    {
        using var root = await WithRejectsAsync();
        Mend(root, ",ten,", ",10.00,");
        Assert.False(await root.ServeAsync());
        Assert.Equal(AccountCoverage.Reconciled, await root.CoverageAsync("C1", "ACC-1"));
        var (documents, rows) = await root.HeldAsync("C1");
        Assert.Equal(["accounts.csv", "postings-a.csv", "postings-a.csv", "statements.csv"], documents);
        Assert.Equal(3, rows);
        var receipt = File.ReadAllText(root.Done("C1/bank/postings-a.csv.rejects.csv.receipt.txt"));
        Assert.StartsWith("postings-a.csv.rejects.csv: loaded\n", receipt, StringComparison.Ordinal);
        Assert.Contains("mended rows of postings-a.csv, a document of their own", receipt, StringComparison.Ordinal);
        Assert.Contains("\"note\":\"mended rows of postings-a.csv\"", File.ReadAllText(Path.Combine(root.Folder, "journal.jsonl")), StringComparison.Ordinal);

        // The same rows once more are nothing new.
        File.Copy(root.Done("C1/bank/postings-a.csv.rejects.csv"), Path.Combine(root.Folder, "inbox/C1/bank/postings-a.csv.rejects.csv"));
        await root.ServeAsync();
        Assert.Equal(3, (await root.HeldAsync("C1")).Rows);
    }

    [Fact]
    public async Task Rows_that_are_mended_in_part_leave_a_file_to_mend_again()
    {
        using var root = await WithRejectsAsync(more: "S1,4,2024-01-09,five,USD,B\n");
        Mend(root, ",ten,", ",10.00,");
        Assert.True(await root.ServeAsync());
        Assert.Equal(3, (await root.HeldAsync("C1")).Rows);
        var again = Assert.Single(Directory.EnumerateFiles(root.Quarantine("C1/bank"), "postings-a.csv.rejects.csv", SearchOption.AllDirectories));
        Assert.Contains(",five,", File.ReadAllText(again), StringComparison.Ordinal);
        Assert.DoesNotContain("10.00", File.ReadAllText(again), StringComparison.Ordinal);
        File.WriteAllText(again, File.ReadAllText(again).Replace(",five,", ",5.00,", StringComparison.Ordinal));
        File.Move(again, Path.Combine(root.Folder, "inbox/C1/bank/postings-a.csv.rejects.csv"));
        Assert.False(await root.ServeAsync());
        Assert.Equal(4, (await root.HeldAsync("C1")).Rows);
    }

    [Fact]
    public async Task A_file_that_is_called_so_and_holds_no_mended_rows_keeps_nobody_waiting()
    {
        using var root = new WorkerRoot();
        root.PutTerms("C1/bank");
        root.Put("C1/bank", "postings-a.csv.rejects.csv", WorkerRoot.Postings(1));
        root.Put("C1/bank", "postings-b.csv", WorkerRoot.Postings(2));
        Assert.True(await root.ServeAsync());
        var receipt = File.ReadAllText(root.Quarantine("C1/bank/postings-a.csv.rejects.csv.receipt.txt"));
        Assert.Contains("MENDED_ROWS_NOT_READ", receipt, StringComparison.Ordinal);
        Assert.Contains("keep them when you mend the rows", receipt, StringComparison.Ordinal);
        Assert.Equal(2, (await root.HeldAsync("C1")).Rows);
    }

    [Theory]
    [InlineData("load")]
    [InlineData("read back")]
    [InlineData("rejects")]
    [InlineData("move")]
    [InlineData("filed")]
    public async Task Stopped_at_a_step_mended_rows_come_to_the_same_end(string step)
    {
        using var root = await WithRejectsAsync(more: "S1,4,2024-01-09,five,USD,B\n");
        Mend(root, ",ten,", ",10.00,");
        await Assert.ThrowsAsync<StoppedException>(() => root.RunUnguardedAsync(s => _ = s == step ? throw new StoppedException() : 0));
        await root.ServeAsync();
        Assert.Empty(root.Left());
        Assert.Equal(3, (await root.HeldAsync("C1")).Rows);
        Assert.StartsWith("postings-a.csv.rejects.csv: loaded, some rows rejected\n", File.ReadAllText(root.Done("C1/bank/postings-a.csv.rejects.csv.receipt.txt")), StringComparison.Ordinal);
        Assert.Single(Directory.EnumerateFiles(root.Quarantine("C1/bank"), "postings-a.csv.rejects.csv", SearchOption.AllDirectories));
        Assert.False(Directory.Exists(Path.Combine(root.Folder, "mending")) && Directory.EnumerateFileSystemEntries(Path.Combine(root.Folder, "mending")).Any());
    }

    /// <summary>A statement of three rows, one of which ("ten") is rejected.</summary>
    private static async Task<WorkerRoot> WithRejectsAsync(string more = "")
    {
        var root = new WorkerRoot();
        root.Put("C1/bank", "accounts.csv", "id,currency\nACC-1,USD\n");
        root.Put("C1/bank", "statements.csv", "id,account,from,to,opening,closing\nS1,ACC-1,2024-01-01,2024-01-31,0.00,35.00\n");
        root.Put("C1/bank", "postings-a.csv", WorkerRoot.Header + "S1,1,2024-01-05,10.00,USD,B\nS1,2,2024-01-06,ten,USD,B\nS1,3,2024-01-08,15.00,USD,B\n" + more);
        Assert.True(await root.ServeAsync());
        return root;
    }

    /// <summary>Moves the rejected rows to the inbox as a person leaves them.</summary>
    private static void Mend(WorkerRoot root, string from, string to)
    {
        var rejects = root.Quarantine("C1/bank/postings-a.csv.rejects.csv");
        File.WriteAllText(rejects, File.ReadAllText(rejects).Replace(from, to, StringComparison.Ordinal));
        File.Move(rejects, Path.Combine(root.Folder, "inbox/C1/bank/postings-a.csv.rejects.csv"));
    }
}
