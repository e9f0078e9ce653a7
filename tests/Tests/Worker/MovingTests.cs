using Xunit;

namespace FinInvest.Graph.Tests.Worker;

/// <summary>export, load of a bundle, backup and restore as a person types them.</summary>
public sealed class MovingTests(SampleWorkspace sample) : IClassFixture<SampleWorkspace>, IDisposable
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private readonly string folder = Directory.CreateTempSubdirectory("fininvest-move-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_case_carried_in_a_bundle_gives_the_same_exhibit_and_the_same_bundle()
    {
        var (bundle, again, other) = (At("case.tar"), At("again.tar"), At("other"));
        Assert.Equal(0, (await CommandLine.RunAsync("export", bundle, "-w", sample.Folder)).Code);
        var loaded = await CommandLine.RunAsync("load", bundle, "-w", other);
        Assert.Equal((0, ""), (loaded.Code, loaded.Error));
        Assert.Equal(0, (await CommandLine.RunAsync("export", again, "-w", other)).Code);
        Assert.Equal(await File.ReadAllBytesAsync(bundle, Ct), await File.ReadAllBytesAsync(again, Ct));
        foreach (var (w, name) in new[] { (sample.Folder, "a"), (other, "b") })
        {
            Assert.Equal(0, (await CommandLine.RunAsync("exhibit", "--rule", "own-first", "-o", At(name), "-w", w)).Code);
        }

        Assert.Equal(await File.ReadAllTextAsync(At("a.html"), Ct), await File.ReadAllTextAsync(At("b.html"), Ct));
        Assert.Equal(await File.ReadAllTextAsync(At("a.json"), Ct), await File.ReadAllTextAsync(At("b.json"), Ct));
        Assert.Equal(2, (await CommandLine.RunAsync("export", bundle, "-w", sample.Folder)).Code);
        Assert.Equal(2, (await CommandLine.RunAsync("load", bundle, "--grade", "B2", "-w", At("third"))).Code);
    }

    [Fact]
    public async Task A_bundle_is_refused_beside_other_records_and_when_a_byte_of_it_changed()
    {
        var bundle = At("case.tar");
        Assert.Equal(0, (await CommandLine.RunAsync("export", bundle, "-w", sample.Folder)).Code);
        Assert.Equal(0, (await CommandLine.RunAsync("load", Path.Combine(CommandLine.SampleInput, "parties.csv"), "-w", At("held"))).Code);
        var refused = await CommandLine.RunAsync("load", bundle, "-w", At("held"));
        Assert.Equal(6, refused.Code);
        Assert.Contains("new workspace", refused.Error, StringComparison.Ordinal);

        var bytes = await File.ReadAllBytesAsync(bundle, Ct);
        bytes[bytes.AsSpan().IndexOf("\"bookingDay\":"u8) + 13] ^= 1;
        await File.WriteAllBytesAsync(bundle, bytes, Ct);
        var damaged = await CommandLine.RunAsync("load", bundle, "-w", At("new"));
        Assert.Equal(6, damaged.Code);
        Assert.Contains("postings.jsonl is not as it was written", damaged.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(At("new")));
    }

    [Fact]
    public async Task Tables_hold_every_row_and_every_transfer()
    {
        Assert.Equal(0, (await CommandLine.RunAsync("export", At("tables"), "--format", "csv", "-w", sample.Folder)).Code);
        var postings = await File.ReadAllLinesAsync(At("tables/postings.csv"), Ct);
        var transfers = await File.ReadAllLinesAsync(At("tables/transfers.csv"), Ct);
        var behind = await File.ReadAllLinesAsync(At("tables/transfer_rows.csv"), Ct);
        Assert.StartsWith("document,statement,row,account,counterparty,minor,currency,", postings[0], StringComparison.Ordinal);
        Assert.StartsWith("transfer,debited,credited,debit_minor,", transfers[0], StringComparison.Ordinal);
        Assert.True(postings.Length > 10 && transfers.Length > 10, $"{postings.Length} {transfers.Length} {behind.Length}");
        var rows = postings.Skip(1).Select(l => string.Join(',', l.Split(',')[..3])).ToHashSet(StringComparer.Ordinal);
        Assert.All(behind.Skip(1), l => Assert.Contains(l[(l.IndexOf(',', StringComparison.Ordinal) + 1)..], rows));
        Assert.Equal(2, (await CommandLine.RunAsync("export", At("tables"), "--format", "csv", "-w", sample.Folder)).Code);
    }

    [Fact]
    public async Task A_backup_is_restored_whole_never_over_a_case_and_never_when_a_file_of_it_changed()
    {
        Assert.Equal(0, (await CommandLine.RunAsync("backup", At("backup"), "-w", sample.Folder)).Code);
        var restored = await CommandLine.RunAsync("restore", At("backup"), "-w", At("again"));
        Assert.Equal((0, ""), (restored.Code, restored.Error));
        Assert.Equal(0, (await CommandLine.RunAsync("export", At("a.tar"), "-w", sample.Folder)).Code);
        Assert.Equal(0, (await CommandLine.RunAsync("export", At("b.tar"), "-w", At("again"))).Code);
        Assert.Equal(await File.ReadAllBytesAsync(At("a.tar"), Ct), await File.ReadAllBytesAsync(At("b.tar"), Ct));
        Assert.Equal(6, (await CommandLine.RunAsync("restore", At("backup"), "-w", At("again"))).Code);
        Assert.Equal(4, (await CommandLine.RunAsync("restore", At("again"), "-w", At("third"))).Code);

        var file = Directory.EnumerateFiles(At("backup/vault")).Order(StringComparer.Ordinal).First();
        await File.AppendAllTextAsync(file, " ", Ct);
        var changed = await CommandLine.RunAsync("restore", At("backup"), "-w", At("third"));
        Assert.Equal(1, changed.Code);
        Assert.Contains("vault/" + Path.GetFileName(file), changed.Error, StringComparison.Ordinal);
        Assert.Equal(["a.tar", "again", "b.tar", "backup"], Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private string At(string name) => Path.Combine(folder, name);
}
