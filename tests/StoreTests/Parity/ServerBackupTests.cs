using FinInvest.Graph.StoreTests.Embedded;
using FinInvest.Graph.StoreTests.Kill;
using FinInvest.Graph.StoreTests.Neo4j;
using FinInvest.Graph.Tests.House;
using Xunit;

namespace FinInvest.Graph.StoreTests.Parity;

/// <summary>backup and restore of a case on a server, as a person types them.</summary>
[Collection(ProcessesCollection.Name)]
public sealed class ServerBackupTests(Neo4jServer server)
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Fact]
    public async Task A_case_on_a_server_is_restored_whole_on_a_server_and_in_a_folder_and_never_over_a_case()
    {
        using var folder = new PassingFolder();
        var run = new ServerCommands(await server.SettingsAsync(), folder.Root);
        string At(string name) => Path.Combine(folder.Root, name);
        var (from, again) = (run.Address($"b-{Guid.NewGuid():N}"), run.Address($"r-{Guid.NewGuid():N}"));
        Assert.Equal((0, ""), Said(await run.RunAsync("load", Path.Combine(Repository.Root, "sample-data", "embezzlement", "input"), "-w", from)));
        Assert.Equal((0, ""), Said(await run.RunAsync("exclude", "postings-levant-harbour.csv", "--by", "A. Judge", "--reason", "a copy", "-w", from)));
        Assert.Equal((0, ""), Said(await run.RunAsync("backup", At("backup"), "-w", from)));

        foreach (var (place, name) in new[] { (again, "b.tar"), (At("folder"), "c.tar") })
        {
            Assert.Equal((0, ""), Said(await run.RunAsync("restore", At("backup"), "-w", place)));
            Assert.Equal((0, ""), Said(await run.RunAsync("backup", At(name), "-w", place)));
            Assert.Equal((0, ""), Said(await run.RunAsync("export", At(name + ".tar"), "-w", place)));
            Assert.Equal(await File.ReadAllBytesAsync(At("backup/case.tar"), Ct), await File.ReadAllBytesAsync(At(name + ".tar"), Ct));
        }

        var other = run.Address($"o-{Guid.NewGuid():N}");
        Assert.Equal((0, ""), Said(await run.RunAsync("load", Path.Combine(Repository.Root, "sample-data", "embezzlement", "input", "parties.csv"), "-w", other)));
        var refused = await run.RunAsync("restore", At("backup"), "-w", other);
        Assert.Equal(6, refused.Code);
        Assert.Contains("holds records already", refused.Error, StringComparison.Ordinal);

        var bytes = await File.ReadAllBytesAsync(At("backup/case.tar"), Ct);
        bytes[bytes.AsSpan().IndexOf("\"bookingDay\":"u8) + 13] ^= 1;
        await File.WriteAllBytesAsync(At("backup/case.tar"), bytes, Ct);
        var damaged = await run.RunAsync("restore", At("backup"), "-w", run.Address($"d-{Guid.NewGuid():N}"));
        Assert.Equal(6, damaged.Code);
        Assert.Contains("is not as it was written", damaged.Error, StringComparison.Ordinal);
    }

    private static (int, string) Said((int Code, string Output, string Error) answer) => (answer.Code, answer.Error);
}
