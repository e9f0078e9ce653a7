using FinInvest.Graph.Store;
using FinInvest.Graph.Store.Embedded;
using FinInvest.Graph.Store.Embedded.Layout;
using Xunit;

namespace FinInvest.Graph.StoreTests.Embedded;

/// <summary>A load whose n-th step on the disk fails, for every n: the case is as it was, and the same load then gives what it would have given.</summary>
public class FailureTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(FailureMode.Before)]
    [InlineData(FailureMode.After)]
    [InlineData(FailureMode.ForGood)]
    public async Task A_load_that_fails_at_any_step_leaves_the_case_as_it_was_and_can_be_repeated(FailureMode mode)
    {
        using var template = new PassingFolder();
        await using (var workspace = Workspace.Open(template.Path, create: true))
        {
            await StoreSample.LoadAsync(workspace.Case, workspace.Vault, [1], rows: 3);
        }

        var before = await SeenAsync(template.Path);
        string? whole = null;
        for (var n = 1; ; n++)
        {
            using var folder = new PassingFolder();
            Copy(template.Path, folder.Path);
            var step = new FailingStep(n, mode);
            await TryAsync(folder.Path, step);
            if (step.Failed.Length == 0)
            {
                Assert.Equal(whole, await SeenAsync(folder.Path));
                output.WriteLine($"{mode}: {n - 1} steps failed in turn.");
                Assert.InRange(n, 60, 2_000);
                return;
            }

            var seen = await SeenAsync(folder.Path);
            var isCommitted = mode == FailureMode.After && seen != before;
            await using (var again = Workspace.Open(folder.Path, create: false))
            {
                var receipt = await StoreSample.LoadAsync(again.Case, again.Vault, [1, 2, 3], rows: 3, pageRows: 2);
                Assert.Equal(isCommitted ? 0 : 2, receipt.Load);
            }

            whole ??= await SeenAsync(folder.Path);
            Assert.Equal(whole, await SeenAsync(folder.Path));
            if (isCommitted)
            {
                Assert.Equal(whole, seen);
            }
        }
    }

    [Fact]
    public async Task A_case_whose_making_failed_at_any_step_can_be_made()
    {
        for (var n = 1; ; n++)
        {
            using var folder = new PassingFolder();
            var step = new FailingStep(n, FailureMode.Before);
            try
            {
                await using var workspace = Open(folder.Path, true, step);
            }
            catch (IOException)
            {
                Assert.NotEqual("", step.Failed);
            }

            if (step.Failed.Length == 0)
            {
                return;
            }

            await using (var workspace = Workspace.Open(folder.Path, create: true))
            {
                Assert.Equal(1, (await StoreSample.LoadAsync(workspace.Case, workspace.Vault, [1])).Load);
            }
        }
    }

    [Fact]
    public async Task A_page_that_failed_half_way_cannot_be_committed()
    {
        using var folder = new PassingFolder();
        await using var workspace = Workspace.Open(folder.Path, create: true);
        await workspace.Vault.PutAsync(new MemoryStream(StoreSample.Bytes(1)), default);
        await using (var load = await workspace.Case.BeginLoadAsync(default))
        {
            await load.BeginDocumentAsync(StoreSample.Document(1), default);
            var page = StoreSample.Page(1, 1, 4);
            page.Account[2] = 1_000_000;
            await Assert.ThrowsAnyAsync<Exception>(async () => await load.AppendAsync(page, default));
            await Assert.ThrowsAsync<InvalidOperationException>(async () => await load.CommitAsync(default));
        }

        Assert.Equal(default, await workspace.Case.VersionAsync(default));
    }

    private static Workspace Open(string folder, bool create, IStepWatch watch) => Workspace.Open(folder, create, CaseLayout.Steps, TimeProvider.System, watch);

    private static async Task TryAsync(string folder, FailingStep step)
    {
        try
        {
            await using var workspace = Open(folder, false, step);
            await StoreSample.LoadAsync(workspace.Case, workspace.Vault, [1, 2, 3], rows: 3, pageRows: 2);
        }
        catch (IOException)
        {
            Assert.NotEqual("", step.Failed);
        }
    }

    private static async Task<string> SeenAsync(string folder)
    {
        await using var workspace = Workspace.Open(folder, create: false);
        var at = await workspace.Case.VersionAsync(default);
        var rows = await StoreSample.RowsAsync(workspace.Case, LedgerRequest.WholeCase(at));
        var facts = await workspace.Case.FactsAsync(at, default);
        return string.Join('\n', [at.ToString(), .. rows, .. facts.AllRows.Select(r => FactCodec.Encode(r.Fact)), .. facts.Documents.Select(d => d.ToString()),
            .. (await workspace.Case.RejectsAsync(at, default)).Select(r => r.ToString()),
            .. (await workspace.Case.LoadsAsync(at, default)).SelectMany(l => l.Documents).Select(d => d.ToString())]);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target) ?? to);
            File.Copy(file, target);
        }
    }
}
