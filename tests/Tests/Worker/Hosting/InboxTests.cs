using FinInvest.Graph.Store.Embedded;
using FinInvest.Graph.Worker.Hosting;
using Xunit;

namespace FinInvest.Graph.Tests.Worker.Hosting;

/// <summary>What becomes of the files of an inbox.</summary>
[Collection(nameof(HostedCollection))]
public class InboxTests
{
    [Fact]
    public async Task Good_broken_and_repeated_files_end_where_a_person_looks_for_them()
    {
        using var root = new WorkerRoot();
        root.PutTerms("C1/bank");
        root.Put("C1/bank", "postings-a.csv", WorkerRoot.Postings(1));
        root.Put("C1/bank", "postings-b.csv", WorkerRoot.Postings(1));
        root.Put("C1/bank", "postings-c.csv", WorkerRoot.Header + "S1,1,2024-01-05,10.00,USD,B\nS1,2,2024-01-06,ten,USD,B\n");
        root.Put("C1/bank", "postings-d.csv", "no,such,header\n1,2,3\n");
        root.Put("C1/bank", "letter.pdf", "%PDF");
        root.Put("C1/bank", "later.csv.part", "half");
        root.Put("C2/bank", "accounts.csv", "id,currency\nACC-1,USD\n");
        Assert.True(await root.ServeAsync());

        Assert.Empty(root.Left());
        Assert.Equal(["accounts.csv", "postings-a.csv", "postings-c.csv", "statements.csv"], (await root.HeldAsync("C1")).Documents);
        Assert.Equal(3, (await root.HeldAsync("C1")).Rows);
        Assert.Equal(["accounts.csv"], (await root.HeldAsync("C2")).Documents);
        Assert.Contains("nothing new", File.ReadAllText(root.Done("C1/bank/postings-b.csv.receipt.txt")), StringComparison.Ordinal);
        var receipt = File.ReadAllText(root.Done("C1/bank/postings-c.csv.receipt.txt"));
        Assert.Contains("AMOUNT_NOT_A_NUMBER: 1.", receipt, StringComparison.Ordinal);
        Assert.Contains("ACC-1: 1 rows from 2024-01-05 to 2024-01-05", receipt, StringComparison.Ordinal);
        Assert.Contains("fininvest load --mended quarantine/C1/bank/postings-c.csv.rejects.csv", receipt, StringComparison.Ordinal);
        Assert.True(File.Exists(root.Quarantine("C1/bank/postings-d.csv")));
        Assert.Contains("HEADER_COLUMN_UNKNOWN", File.ReadAllText(root.Quarantine("C1/bank/postings-d.csv.receipt.txt")), StringComparison.Ordinal);
        Assert.True(File.Exists(root.Quarantine("C1/bank/letter.pdf")));
        Assert.True(File.Exists(Path.Combine(root.Folder, "inbox/C1/bank/later.csv.part")));
    }

    [Fact]
    public async Task What_was_quarantined_can_be_loaded_when_its_mapping_is_mended()
    {
        using var root = new WorkerRoot();
        const string text = "date;sum;cur\n2024-01-05;10,00;USD\n";
        root.Put("C1/bank", "x.csv", text);
        root.Put("C1/bank", "mapping.json", Mapping("Date of entry"));
        await root.ServeAsync();
        Assert.Contains("HEADER_COLUMN_MISSING", File.ReadAllText(root.Quarantine("C1/bank/x.csv.receipt.txt")), StringComparison.Ordinal);
        root.Put("C1/bank", "mapping.json", Mapping("date"));
        File.Move(root.Quarantine("C1/bank/x.csv"), Path.Combine(root.Folder, "inbox/C1/bank/x.csv"));
        await root.ServeAsync();
        Assert.Equal(1, (await root.HeldAsync("C1")).Rows);
    }

    [Fact]
    public async Task A_name_that_is_taken_already_is_not_written_over()
    {
        using var root = new WorkerRoot();
        root.PutTerms("C1/bank");
        root.Put("C1/bank", "postings-a.csv", WorkerRoot.Postings(1));
        await root.ServeAsync();
        root.Put("C1/bank", "postings-a.csv", WorkerRoot.Postings(2));
        await root.ServeAsync();
        Assert.Equal(WorkerRoot.Postings(1), File.ReadAllText(root.Done("C1/bank/postings-a.csv")));
        var second = Assert.Single(Directory.EnumerateDirectories(root.Done("C1/bank")));
        Assert.Equal(WorkerRoot.Postings(2), File.ReadAllText(Path.Combine(second, "postings-a.csv")));
        Assert.Equal(4, (await root.HeldAsync("C1")).Rows);
    }

    [Fact]
    public async Task A_sender_whose_terms_cannot_be_used_waits_and_the_others_do_not()
    {
        using var root = new WorkerRoot();
        root.Put("C1/held", "grade.json", """{"grades": "B2"}""");
        root.Put("C1/held", "accounts.csv", "id,currency\nACC-2,USD\n");
        root.Put("C1/wrong", "grade.json", """{"grade": "Z9"}""");
        root.Put("C1/wrong", "accounts.csv", "id,currency\nACC-3,USD\n");
        root.PutTerms("C1/bank");
        await using (var host = ServeHost.Build(root.Options(), ServeHost.Configuration(root.Folder, WorkerRoot.Quiet)))
        {
            await host.StartAsync(CancellationToken.None);
            await Until(() => root.Left().Count() == 2 && File.Exists(Path.Combine(root.Folder, "inbox/C1/wrong/held.txt")));
            Assert.Contains("grade.json", File.ReadAllText(Path.Combine(root.Folder, "inbox/C1/held/held.txt")), StringComparison.Ordinal);
            Assert.Contains("Z9", File.ReadAllText(Path.Combine(root.Folder, "inbox/C1/wrong/held.txt")), StringComparison.Ordinal);
            root.Put("C1/held", "grade.json", "{}");
            root.Put("C1/wrong", "grade.json", "{}");
            await Until(() => !root.Left().Any());
            await host.StopAsync();
        }

        Assert.False(File.Exists(Path.Combine(root.Folder, "inbox/C1/held/held.txt")));
        Assert.Equal(["accounts.csv", "accounts.csv", "accounts.csv", "statements.csv"], (await root.HeldAsync("C1")).Documents);
    }

    [Fact]
    public async Task A_busy_case_is_waited_for_and_then_loaded()
    {
        using var root = new WorkerRoot();
        root.PutTerms("C1/bank");
        await root.ServeAsync();
        root.Put("C1/bank", "postings-a.csv", WorkerRoot.Postings(1));
        root.Put("C2/bank", "accounts.csv", "id,currency\nACC-1,USD\n");
        var serving = Task.CompletedTask;
        await using (var other = Workspace.Open(Path.Combine(root.Folder, "cases/C1"), create: false))
        await using (await other.Case.BeginLoadAsync(CancellationToken.None))
        {
            serving = root.ServeAsync();
            await Until(() => Directory.Exists(root.Done("C2/bank")) && !root.Left().Contains("accounts.csv"));
            Assert.Contains("postings-a.csv", root.Left());
        }

        await serving;
        Assert.Equal(2, (await root.HeldAsync("C1")).Rows);
    }

    internal static async Task Until(Func<bool> met)
    {
        for (var i = 0; !met(); i++)
        {
            Assert.True(i < 3_000, "What was waited for did not come.");
            await Task.Delay(10);
        }
    }

    private static string Mapping(string day) => $$$"""
        {"schema": "fininvest.mapping/1", "name": "bank", "files": [{"pattern": "*.csv", "target": "postings", "delimiter": ";", "decimal": ",",
          "columns": {"booking_day": "{{{day}}}", "amount": "sum", "currency": "cur"}, "statement": {"id": "S9", "account": "ACC-9"}}]}
        """;
}
