using System.Text;
using FinInvest.Graph.Store;
using FinInvest.Graph.Store.Embedded;
using FinInvest.Graph.Store.Embedded.Layout;
using FinInvest.Graph.StoreTests.Kill;
using Xunit;

namespace FinInvest.Graph.StoreTests.Embedded;

/// <summary>What only the folder promises of an expunging: no byte of the document's text is left in any of its files, whatever interrupts it.</summary>
[Collection(ProcessesCollection.Name)]
public class ExpungeTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;
    private static readonly CourtOrder Order = new("Invented Court, 1, 2024-05-06", "clerk", Day.Of(2024, 5, 7), "order");

    [Fact]
    public async Task No_byte_of_its_text_is_left_in_the_folder()
    {
        using var folder = new PassingFolder();
        await FillAsync(folder.Path);
        Assert.NotEmpty(FilesWithMarker(folder.Path));
        await using var workspace = Workspace.Open(folder.Path, create: false);
        await using var another = Workspace.Open(folder.Path, create: false);
        await workspace.Case.ExpungeAsync(MarkedDocument.Document.Hash, Order, Ct);
        await workspace.Vault.DeleteAsync(MarkedDocument.Document.Hash, Ct);
        Assert.Empty(FilesWithMarker(folder.Path));
        Assert.Equal(20, (await StoreSample.RowsAsync(workspace.Case, LedgerRequest.WholeCase(new CaseVersion(2, 1)))).Count);
        Assert.Equal(3, (await StoreSample.LoadAsync(another.Case, another.Vault, [3])).Load);
    }

    [Fact]
    public async Task A_reader_in_the_middle_of_its_pages_delays_it_and_a_repetition_ends_it()
    {
        using var folder = new PassingFolder();
        await FillAsync(folder.Path);
        await using var workspace = Workspace.Open(folder.Path, create: false);
        using (var reader = Store.Embedded.Sqlite.Database.Open(Path.Combine(folder.Path, "case.db"), isReader: true))
        {
            reader.Run("BEGIN");
            Assert.Equal(2, reader.Number("SELECT count(*) FROM loads"));
            var busy = await Assert.ThrowsAsync<StoreBusyException>(async () => await workspace.Case.ExpungeAsync(MarkedDocument.Document.Hash, Order, Ct));
            Assert.Contains("repeat the command", busy.Message, StringComparison.Ordinal);
        }

        Assert.True((await workspace.Case.ExpungeAsync(MarkedDocument.Document.Hash, Order, Ct)).WasExpunged);
        await workspace.Vault.DeleteAsync(MarkedDocument.Document.Hash, Ct);
        Assert.Empty(FilesWithMarker(folder.Path));
    }

    [Theory]
    [InlineData(FailureMode.Before)]
    [InlineData(FailureMode.After)]
    [InlineData(FailureMode.ForGood)]
    public async Task Whatever_step_fails_the_document_is_in_or_out_and_a_repetition_takes_it_out(FailureMode mode)
    {
        using var origin = new PassingFolder();
        await FillAsync(origin.Path);
        for (var step = 1; ; step += 3)
        {
            using var folder = new PassingFolder();
            Copy(origin.Path, folder.Path);
            var failing = new FailingStep(step, mode);
            try
            {
                await using var watched = Workspace.Open(folder.Path, false, CaseLayout.Steps, TimeProvider.System, failing);
                await watched.Case.ExpungeAsync(MarkedDocument.Document.Hash, Order, Ct);
                await watched.Vault.DeleteAsync(MarkedDocument.Document.Hash, Ct);
            }
            catch (IOException)
            {
                Assert.NotEqual("", failing.Failed);
            }

            await using var workspace = Workspace.Open(folder.Path, create: false);
            var at = await workspace.Case.VersionAsync(Ct);
            Assert.Equal(at.Decisions == 0 ? 30 : 20, (await StoreSample.RowsAsync(workspace.Case, LedgerRequest.WholeCase(at))).Count);
            Assert.Equal(at.Decisions > 0, (await workspace.Case.ExpungeAsync(MarkedDocument.Document.Hash, Order, Ct)).WasExpunged);
            await workspace.Vault.DeleteAsync(MarkedDocument.Document.Hash, Ct);
            Assert.Equal(new CaseVersion(2, 1), await workspace.Case.VersionAsync(Ct));
            Assert.True((await workspace.Case.VerifyChainAsync(Ct)).IsWhole);
            Assert.Empty(FilesWithMarker(folder.Path));
            if (failing.Failed.Length == 0)
            {
                Assert.True(step > 30, $"Only {step} steps were met.");
                return;
            }
        }
    }

    [Fact]
    public async Task Killed_in_the_middle_the_document_is_in_or_out_and_a_repetition_takes_it_out()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Killing is tested on Linux.");
        using var origin = new PassingFolder();
        await FillAsync(origin.Path);
        var random = new Random(5);
        for (var kill = 0; kill < (Environment.GetEnvironmentVariable("FININVEST_LONG") == "1" ? 100 : 5); kill++)
        {
            using var folder = new PassingFolder();
            Copy(origin.Path, folder.Path);
            using (var child = new ChildProcess("expunge", folder.Path, MarkedDocument.Document.Hash.Hex))
            {
                Assert.Equal("begin", child.Line());
                Thread.Sleep(random.Next(0, 120));
                child.Kill();
            }

            await using var workspace = Workspace.Open(folder.Path, create: false);
            var at = await workspace.Case.VersionAsync(Ct);
            Assert.Equal(at.Decisions == 0 ? 30 : 20, (await StoreSample.RowsAsync(workspace.Case, LedgerRequest.WholeCase(at))).Count);
            await workspace.Case.ExpungeAsync(MarkedDocument.Document.Hash, Order, Ct);
            await workspace.Vault.DeleteAsync(MarkedDocument.Document.Hash, Ct);
            Assert.Equal(new CaseVersion(2, 1), await workspace.Case.VersionAsync(Ct));
            Assert.Empty(FilesWithMarker(folder.Path));
        }
    }

    /// <summary>Two plain documents and the marked one between them; old copies and a cache that hold its text too.</summary>
    private static async Task FillAsync(string folder)
    {
        await using var workspace = Workspace.Open(folder, create: true);
        await StoreSample.LoadAsync(workspace.Case, workspace.Vault, [1]);
        await using (var load = await workspace.Case.BeginLoadAsync(Ct))
        {
            await MarkedDocument.AppendAsync(load, workspace.Vault);
            await StoreSample.AppendAsync(load, workspace.Vault, 2);
            await load.CommitAsync(Ct);
        }

        Directory.CreateDirectory(Path.Combine(folder, "cache", "v1"));
        await File.WriteAllTextAsync(Path.Combine(folder, "cache", "v1", "columns"), MarkedDocument.Marker, Ct);
        await File.WriteAllTextAsync(Path.Combine(folder, "case.layout-1.db"), MarkedDocument.Marker, Ct);
        await File.WriteAllTextAsync(Path.Combine(folder, "vault", ".incoming-1-1"), MarkedDocument.Marker, Ct);
    }

    private static List<string> FilesWithMarker(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => ReadShared(f).AsSpan().IndexOf(Encoding.UTF8.GetBytes(MarkedDocument.Marker)) >= 0)];

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var name = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(name)!);
            File.Copy(file, name);
        }
    }
}
