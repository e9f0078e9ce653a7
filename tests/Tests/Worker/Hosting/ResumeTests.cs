using System.Diagnostics;
using FinInvest.Graph.Worker.Hosting;
using Xunit;

namespace FinInvest.Graph.Tests.Worker.Hosting;

/// <summary>The worker is stopped at every step, and killed, and nothing is lost or doubled.</summary>
[Collection(nameof(HostedCollection))]
public class ResumeTests
{
    /// <summary>Goes through the worker without being handled, as a kill does.</summary>
    private sealed class StoppedException : OperationCanceledException;

    [Theory]
    [InlineData("take")]
    [InlineData("load")]
    [InlineData("read back")]
    [InlineData("journal")]
    [InlineData("rejects")]
    [InlineData("receipt")]
    [InlineData("move")]
    [InlineData("filed")]
    public async Task Stopped_at_a_step_the_file_comes_to_the_same_end(string step)
    {
        using var root = new WorkerRoot();
        root.PutTerms("C1/bank");
        root.Put("C1/bank", "postings-a.csv", WorkerRoot.Header + "S1,1,2024-01-05,10.00,USD,B\nS1,2,2024-01-06,ten,USD,B\n");
        // Accounts and statements come first: the third file is the one.
        var seen = 0;
        await Assert.ThrowsAsync<StoppedException>(() => root.RunUnguardedAsync(s => _ = s == step && ++seen == 3 ? throw new StoppedException() : 0));
        await root.ServeAsync();
        Assert.Empty(root.Left());
        var (documents, rows) = await root.HeldAsync("C1");
        Assert.Equal(["accounts.csv", "postings-a.csv", "statements.csv"], documents);
        Assert.Equal(1, rows);
        var receipt = await File.ReadAllTextAsync(root.Done("C1/bank/postings-a.csv.receipt.txt"));
        Assert.StartsWith("postings-a.csv: loaded, some rows rejected\n", receipt, StringComparison.Ordinal);
        Assert.Contains(",ten,", await File.ReadAllTextAsync(root.Quarantine("C1/bank/postings-a.csv.rejects.csv")), StringComparison.Ordinal);
        using var journal = new FileJournal(Path.Combine(root.Folder, "journal.jsonl"));
        Assert.Empty(journal.Open);
    }

    [Fact]
    public async Task Killed_at_any_moment_it_goes_on_where_it_was()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var root = new WorkerRoot();
        root.PutTerms("C1/bank");
        const int files = 30;
        for (var i = 1; i <= files; i++)
        {
            root.Put("C1/bank", FormattableString.Invariant($"postings-{i:000}.csv"), WorkerRoot.Postings(i, 20));
        }

        for (var kill = 1; kill <= 2; kill++)
        {
            using var child = Start(root.Folder);
            await InboxTests.Until(() => child.HasExited || root.Left().Count() <= files + 2 - kill * 9);
            child.Kill();
            await child.WaitForExitAsync();
        }

        await root.ServeAsync();
        var (documents, rows) = await root.HeldAsync("C1");
        Assert.Equal(files + 2, documents.Count);
        Assert.Equal(documents.Count, documents.Distinct().Count());
        Assert.Equal(files * 20, rows);
        var done = Directory.EnumerateFiles(root.Done("C1/bank")).Select(f => Path.GetFileName(f)).ToList();
        Assert.Equal(2 * (files + 2), done.Count(f => !f.EndsWith(".part", StringComparison.Ordinal)));
        Assert.All(done.Where(f => f.StartsWith("postings", StringComparison.Ordinal) && f.EndsWith(".receipt.txt", StringComparison.Ordinal)),
            f => Assert.StartsWith($"{f[..^".receipt.txt".Length]}: loaded\n", File.ReadAllText(root.Done("C1/bank/" + f)), StringComparison.Ordinal));
    }

    [Fact]
    public void A_line_of_the_journal_that_a_kill_tore_is_cut_off()
    {
        using var root = new WorkerRoot();
        var path = Path.Combine(root.Folder, "journal.jsonl");
        using (var journal = new FileJournal(path))
        {
            journal.Append(new JournalEntry(DateTimeOffset.UnixEpoch, JournalState.Taken, "C", "s", "я.csv", "ab"));
        }

        var whole = File.ReadAllText(path);
        File.AppendAllText(path, "{\"at\":\"20");
        using (var journal = new FileJournal(path))
        {
            Assert.Equal("ab", Assert.Single(journal.Open).Hash);
            journal.Append(new JournalEntry(DateTimeOffset.UnixEpoch, JournalState.Filed, "C", "s", "я.csv", "ab"));
            Assert.Empty(journal.Open);
        }

        Assert.StartsWith(whole + "{\"at\":\"1970", File.ReadAllText(path), StringComparison.Ordinal);
    }

    private static Process Start(string folder)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true };
        foreach (var word in new[] { typeof(ServeHost).Assembly.Location, "serve", "--root", folder, "--listen", "none", "--once", "--set", "StableSeconds=0.05", "ScanSeconds=0.05", "DiskFreeMegabytes=0" })
        {
            start.ArgumentList.Add(word);
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException("No process.");
        process.BeginErrorReadLine();
        return process;
    }
}
