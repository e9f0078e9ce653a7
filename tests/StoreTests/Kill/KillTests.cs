using System.Globalization;
using FinInvest.Graph.Store;
using FinInvest.Graph.Store.Embedded;
using FinInvest.Graph.StoreTests.Children;
using FinInvest.Graph.StoreTests.Embedded;
using Xunit;

namespace FinInvest.Graph.StoreTests.Kill;

/// <summary>kill -9 at random moments. It does not test a loss of power: the kernel's cache outlives the process.</summary>
[Collection(ProcessesCollection.Name)]
public class KillTests(ITestOutputHelper output)
{
    private const int Long = 200;
    private const int Short = 20;
    private const int KillsPerCase = 20;

    [Fact]
    public async Task What_was_acknowledged_is_there_and_nothing_is_half_there()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Killing is tested on Linux.");
        var kills = Environment.GetEnvironmentVariable("FININVEST_LONG") == "1" ? Long : Short;
        var seed = int.TryParse(Environment.GetEnvironmentVariable("FININVEST_SEED"), CultureInfo.InvariantCulture, out var given) ? given : Environment.TickCount & 0xffff;
        var random = new Random(seed);
        var (loads, inTheMiddle) = (0L, 0);
        for (var killed = 0; killed < kills;)
        {
            using var folder = new PassingFolder();
            var acknowledged = new HashSet<int>();
            var (decisions, held) = (0L, 0L);
            for (var i = 0; i < KillsPerCase && killed < kills; i++, killed++)
            {
                var before = acknowledged.Count;
                KillOnce(folder.Path, random, acknowledged, ref decisions);
                inTheMiddle += acknowledged.Count == before ? 1 : 0;
                try
                {
                    held = acknowledged.Count == 0 && !Directory.Exists(Path.Combine(folder.Path, "vault")) ? 0 : Auditor.Check(folder.Path, acknowledged, decisions);
                    await OpensAsync(folder.Path, acknowledged, decisions);
                }
                catch (Exception e)
                {
                    throw new InvalidOperationException($"Seed {seed}, kill {killed}: {e.Message}", e);
                }
            }

            loads += held;
        }

        Assert.True(loads >= kills / 4, $"Only {loads} loads came in: the kills came too early to test anything.");
        output.WriteLine($"seed {seed}: {kills} kills, {inTheMiddle} before the first acknowledgement of their run, {loads} loads in the cases at the end, audited after every kill.");
    }

    /// <summary>
    /// Starts a loader and kills it: one in ten while it opens the case, the others some lines and some milliseconds later, so that every part of a load is met.
    /// Notes what it had acknowledged.
    /// </summary>
    private static void KillOnce(string folder, Random random, HashSet<int> acknowledged, ref long decisions)
    {
        using var child = new ChildProcess("load", folder, (acknowledged.DefaultIfEmpty(0).Max() + 1).ToString(CultureInfo.InvariantCulture));
        var said = new List<string>();
        for (var lines = random.Next(0, 10) == 0 ? 0 : random.Next(1, 8); lines > 0; lines--)
        {
            said.Add(child.Line() ?? throw new InvalidOperationException("The child ended by itself."));
        }

        Thread.Sleep(random.Next(0, 60));
        Assert.False(child.HasExited);
        foreach (var line in said.Concat(child.Kill()))
        {
            if (line.StartsWith("committed ", StringComparison.Ordinal))
            {
                acknowledged.UnionWith(line["committed ".Length..].Split(',').Select(d => int.Parse(d, CultureInfo.InvariantCulture)));
            }
            else if (line.StartsWith("decided ", StringComparison.Ordinal))
            {
                decisions = long.Parse(line["decided ".Length..], CultureInfo.InvariantCulture);
            }
        }
    }

    /// <summary>The store itself opens what is left, at a version that has all that was acknowledged.</summary>
    private static async Task OpensAsync(string folder, HashSet<int> acknowledged, long decisions)
    {
        await using var workspace = Workspace.Open(folder, create: true);
        var at = await workspace.Case.VersionAsync(default);
        Assert.True(at.Decisions >= decisions);
        Assert.True((await workspace.Case.VerifyChainAsync(default)).IsWhole);
        var names = (await workspace.Case.FactsAsync(at, default)).Documents.Select(d => d.Hash).ToHashSet();
        Assert.All(acknowledged, d => Assert.Contains(StoreSample.Document(d).Hash, names));
        Assert.Equal((await workspace.Case.LoadsAsync(at, default)).SelectMany(l => l.Documents).Where(d => !d.AlreadyHeld).Sum(d => d.Postings),
            (await StoreSample.RowsAsync(workspace.Case, LedgerRequest.WholeCase(at))).Count);
    }

    [Fact]
    public async Task Of_two_processes_at_once_one_is_told_busy_and_both_loads_come_in()
    {
        using var folder = new PassingFolder();
        await using (var made = Workspace.Open(folder.Path, create: true))
        {
            Assert.Equal(default, await made.Case.VersionAsync(default));
        }

        using var first = new ChildProcess("hold", folder.Path, "1");
        Assert.Equal("holding", first.Line());
        using var second = new ChildProcess("hold", folder.Path, "2");
        var busy = second.Line() ?? "";
        Assert.StartsWith("busy: " + folder.Path, busy, StringComparison.Ordinal);
        Assert.Contains("process ", busy, StringComparison.Ordinal);
        first.Say("go");
        Assert.Equal("committed", first.Rest()[^1]);
        second.Say("go");
        Assert.Equal("committed", second.Rest()[^1]);
        await using var workspace = Workspace.Open(folder.Path, create: false);
        Assert.Equal(new CaseVersion(2, 0), await workspace.Case.VersionAsync(default));
        Assert.Equal(20, (await StoreSample.RowsAsync(workspace.Case, LedgerRequest.WholeCase(new CaseVersion(2, 0)))).Count);
    }

    [Fact]
    public async Task The_lease_of_a_killed_process_is_free()
    {
        using var folder = new PassingFolder();
        using var child = new ChildProcess("hold", folder.Path, "1");
        Assert.Equal("holding", child.Line());
        await using var workspace = Workspace.Open(folder.Path, create: false);
        await Assert.ThrowsAsync<StoreBusyException>(async () => await workspace.Case.BeginLoadAsync(default));
        child.Kill();
        Assert.Equal(1, (await StoreSample.LoadAsync(workspace.Case, workspace.Vault, [1])).Load);
    }

    [Fact]
    public async Task A_reader_beside_a_writer_always_sees_whole_loads()
    {
        using var folder = new PassingFolder();
        await using var workspace = Workspace.Open(folder.Path, create: true);
        using var child = new ChildProcess("load", folder.Path, "1");
        Assert.Equal("ready", child.Line());
        var seen = new CaseVersion(0, 0);
        for (var reads = 0; reads < 30 || seen.Loads < 5; reads++)
        {
            Assert.False(child.HasExited);
            var at = await workspace.Case.VersionAsync(default);
            Assert.True(at.Loads >= seen.Loads);
            seen = at;
            var expected = (await workspace.Case.FactsAsync(at, default)).Documents.Select(d => int.Parse(d.Name["bank-".Length..^".csv".Length], CultureInfo.InvariantCulture)).Sum(Child.RowsOf);
            Assert.Equal(expected, (await StoreSample.RowsAsync(workspace.Case, LedgerRequest.WholeCase(at))).Count);
        }
    }
}
