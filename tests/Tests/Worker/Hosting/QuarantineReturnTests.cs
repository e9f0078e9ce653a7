using FinInvest.Graph.Worker.Hosting;
using Xunit;

namespace FinInvest.Graph.Tests.Worker.Hosting;

/// <summary>Files that could not be read are tried again when their mapping changes, and only then.</summary>
[Collection(nameof(HostedCollection))]
public class QuarantineReturnTests
{
    private const string Text = "date;sum;cur\n2024-01-05;10,00;USD\n";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_file_without_a_mapping_or_with_a_wrong_one_is_loaded_when_it_is_mended(bool isWrong)
    {
        using var root = new WorkerRoot();
        root.Put("C1/bank", "x.csv", Text);
        if (isWrong)
        {
            root.Put("C1/bank", "mapping.json", Mapping("Date of entry"));
        }

        Assert.True(await root.ServeAsync());
        Assert.Contains("tried again by itself", File.ReadAllText(root.Quarantine("C1/bank/x.csv.receipt.txt")), StringComparison.Ordinal);
        root.Put("C1/bank", "mapping.json", Mapping("date"));
        Assert.False(await root.ServeAsync());
        Assert.Equal(1, (await root.HeldAsync("C1")).Rows);
        Assert.True(File.Exists(root.Done("C1/bank/x.csv.receipt.txt")));
        Assert.Empty(Directory.EnumerateFiles(root.Quarantine("C1/bank")));
        Assert.Equal(["taken", "quarantined", "filed", "requeued", "taken", "loaded", "filed"], States(root));
    }

    [Fact]
    public async Task A_mapping_is_tried_once_however_long_the_worker_runs()
    {
        using var root = new WorkerRoot();
        root.Put("C1/bank", "x.csv", Text);
        await using var host = ServeHost.Build(root.Options(once: false), ServeHost.Configuration(root.Folder, WorkerRoot.Quiet));
        await host.StartAsync(CancellationToken.None);
        await InboxTests.Until(() => File.Exists(root.Quarantine("C1/bank/x.csv")));
        await Task.Delay(300);
        Assert.Equal(1, Count(root, "taken"));
        root.Put("C1/bank", "mapping.json", "{ half of it");
        await Task.Delay(300);
        Assert.Equal(0, Count(root, "requeued"));
        root.Put("C1/bank", "mapping.json", Mapping("Date of entry"));
        await InboxTests.Until(() => Count(root, "quarantined") == 2);
        await Task.Delay(400);
        Assert.Equal((1, 2, 2), (Count(root, "requeued"), Count(root, "taken"), Count(root, "quarantined")));
        Assert.Contains("HEADER_COLUMN_MISSING", File.ReadAllText(root.Quarantine("C1/bank/x.csv.receipt.txt")), StringComparison.Ordinal);
        root.Put("C1/bank", "mapping.json", Mapping("date"));
        await InboxTests.Until(() => File.Exists(root.Done("C1/bank/x.csv")));
        await host.StopAsync();
        Assert.Equal(1, (await root.HeldAsync("C1")).Rows);
    }

    [Fact]
    public async Task Only_the_files_that_were_quarantined_for_it_and_are_unchanged_come_back()
    {
        using var root = new WorkerRoot();
        root.Put("C1/bank", "x.csv", Text);
        root.Put("C1/bank", "y.csv", Text.Replace("10", "20", StringComparison.Ordinal));
        root.Put("C1/other", "z.csv", Text.Replace("10", "30", StringComparison.Ordinal));
        await root.ServeAsync();
        File.AppendAllText(root.Quarantine("C1/bank/y.csv"), "mended here");
        File.WriteAllText(root.Quarantine("C1/bank/letter.txt"), "put here by a person");
        root.Put("C1/bank", "mapping.json", Mapping("date"));
        await root.ServeAsync();
        Assert.True(File.Exists(root.Done("C1/bank/x.csv")));
        Assert.All(new[] { "C1/bank/y.csv", "C1/bank/letter.txt", "C1/other/z.csv" }, f => Assert.True(File.Exists(root.Quarantine(f)), f));
        Assert.Equal(1, (await root.HeldAsync("C1")).Rows);
    }

    [Fact]
    public async Task Of_two_files_of_one_name_each_is_tried_again()
    {
        using var root = new WorkerRoot();
        root.Put("C1/bank", "x.csv", Text);
        await root.ServeAsync();
        root.Put("C1/bank", "x.csv", Text.Replace("10", "20", StringComparison.Ordinal));
        await root.ServeAsync();
        root.Put("C1/bank", "mapping.json", Mapping("date"));
        await root.ServeAsync();
        await root.ServeAsync();
        Assert.Equal(2, (await root.HeldAsync("C1")).Rows);
        Assert.Empty(Directory.EnumerateFiles(root.Quarantine("C1/bank"), "*", SearchOption.AllDirectories));
    }

    private static List<string> States(WorkerRoot root) => [.. File.ReadAllLines(Path.Combine(root.Folder, "journal.jsonl")).Select(l => l.Split("\"state\":\"")[1].Split('"')[0])];

    private static int Count(WorkerRoot root, string state)
    {
        using var journal = new StreamReader(new FileStream(Path.Combine(root.Folder, "journal.jsonl"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return journal.ReadToEnd().Split($"\"state\":\"{state}\"").Length - 1;
    }

    private static string Mapping(string day) => $$$"""
        {"schema": "fininvest.mapping/1", "name": "bank", "files": [{"pattern": "*.csv", "target": "postings", "delimiter": ";", "decimal": ",",
          "columns": {"booking_day": "{{{day}}}", "amount": "sum", "currency": "cur"}, "statement": {"id": "S9", "account": "ACC-9"}}]}
        """;
}
