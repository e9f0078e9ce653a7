using FinInvest.Graph.Store;
using Xunit;

namespace FinInvest.Graph.StoreTests.Compliance;

/// <summary>What every store must do, written against the door alone: loads, versions, writers. See also the other half, on reading and deciding.</summary>
public abstract partial class CaseGraphCompliance
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    protected abstract ValueTask<OpenCase> OpenAsync();

    [Fact]
    public async Task A_new_case_is_empty_at_version_0()
    {
        await using var open = await OpenAsync();
        var at = await open.Graph.VersionAsync(Ct);
        Assert.Equal(new CaseVersion(0, 0), at);
        Assert.Empty(await StoreSample.RowsAsync(open.Graph, LedgerRequest.WholeCase(at)));
        var facts = await open.Graph.FactsAsync(at, Ct);
        Assert.Empty(facts.AllRows);
        Assert.Empty(facts.Documents);
        Assert.Empty(facts.Decisions);
        Assert.Empty(await open.Graph.RejectsAsync(at, Ct));
        Assert.Empty(await open.Graph.LoadsAsync(at, Ct));
        Assert.Equal(0, (await open.Graph.FindAsync(new FindQuery(), at, Ct)).Total);
    }

    [Fact]
    public async Task A_load_brings_rows_facts_and_rejects_in_order_with_a_receipt()
    {
        await using var open = await OpenAsync();
        var receipt = await StoreSample.LoadAsync(open.Graph, open.Vault, [2, 1]);
        Assert.Equal((1, new CaseVersion(1, 0)), (receipt.Load, receipt.Version));
        Assert.Equal([new DocumentReceipt(StoreSample.Document(2), 10, 2, 1, false), new DocumentReceipt(StoreSample.Document(1), 10, 2, 1, false)], receipt.Documents);

        var again = await open.AgainAsync();
        var at = await again.VersionAsync(Ct);
        Assert.Equal(receipt.Version, at);
        var expected = new[] { 2, 1 }.SelectMany(d => Enumerable.Range(0, 10).Select(i => StoreSample.Line(StoreSample.Page(d, 1, 10), i)));
        Assert.Equal(expected, await StoreSample.RowsAsync(again, LedgerRequest.WholeCase(at)));
        var facts = await again.FactsAsync(at, Ct);
        Assert.Equal(at, facts.Version);
        Assert.Equal(["A1", "A2"], facts.All<Account>().Select(a => a.Id));
        Assert.All(facts.AllRows, r => Assert.Equal(1, r.Load));
        Assert.Equal(new[] { 1, 2 }.Select(StoreSample.Document).OrderBy(d => d.Hash.Hex, StringComparer.Ordinal), facts.Documents);
        Assert.Equal([.. StoreSample.Rejects(2), .. StoreSample.Rejects(1)], await again.RejectsAsync(at, Ct));
        Assert.Equivalent(new[] { receipt }, await again.LoadsAsync(at, Ct), strict: true);
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing_and_says_so()
    {
        await using var open = await OpenAsync();
        await StoreSample.LoadAsync(open.Graph, open.Vault, [1]);
        var receipt = await StoreSample.LoadAsync(open.Graph, open.Vault, [1]);
        Assert.Equal((0, new CaseVersion(1, 0)), (receipt.Load, receipt.Version));
        Assert.Equal([new DocumentReceipt(StoreSample.Document(1), 0, 0, 0, true)], receipt.Documents);
        Assert.Equal(new CaseVersion(1, 0), await open.Graph.VersionAsync(Ct));
        Assert.Single(await open.Graph.LoadsAsync(new CaseVersion(1, 0), Ct));
        Assert.Equal(10, (await StoreSample.RowsAsync(open.Graph, LedgerRequest.WholeCase(receipt.Version))).Count);
    }

    [Fact]
    public async Task A_file_twice_in_one_load_and_one_known_beside_a_new_one_come_in_once()
    {
        await using var open = await OpenAsync();
        await StoreSample.LoadAsync(open.Graph, open.Vault, [1, 1]);
        var second = await StoreSample.LoadAsync(open.Graph, open.Vault, [1, 2]);
        Assert.Equal((2, true, false), (second.Load, second.Documents[0].AlreadyHeld, second.Documents[1].AlreadyHeld));
        var loads = await open.Graph.LoadsAsync(second.Version, Ct);
        Assert.Equal([false, true], loads[0].Documents.Select(d => d.AlreadyHeld));
        Assert.Equivalent(second, loads[1], strict: true);
        Assert.Equal(20, (await StoreSample.RowsAsync(open.Graph, LedgerRequest.WholeCase(second.Version))).Count);
    }

    [Fact]
    public async Task Nothing_of_a_known_document_and_nothing_of_another_one_can_be_appended()
    {
        await using var open = await OpenAsync();
        await StoreSample.LoadAsync(open.Graph, open.Vault, [1]);
        await using var load = await open.Graph.BeginLoadAsync(Ct);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await load.AppendAsync(StoreSample.Page(3, 1, 1), Ct));
        Assert.False(await load.BeginDocumentAsync(StoreSample.Document(1), Ct));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await load.AppendAsync(StoreSample.Page(1, 1, 1), Ct));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await load.AppendAsync(StoreSample.Rejects(1), Ct));
        Assert.True(await load.BeginDocumentAsync(StoreSample.Document(2), Ct));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await load.AppendAsync(StoreSample.Facts(1), Ct));
    }

    [Fact]
    public async Task A_load_disposed_without_commit_leaves_no_trace()
    {
        await using var open = await OpenAsync();
        await StoreSample.LoadAsync(open.Graph, open.Vault, [1]);
        await using (var load = await open.Graph.BeginLoadAsync(Ct))
        {
            await StoreSample.AppendAsync(load, open.Vault, 2);
        }

        var at = await open.Graph.VersionAsync(Ct);
        Assert.Equal(new CaseVersion(1, 0), at);
        Assert.Single((await open.Graph.FactsAsync(at, Ct)).Documents);
        Assert.Single(await open.Graph.RejectsAsync(at, Ct));
        var receipt = await StoreSample.LoadAsync(open.Graph, open.Vault, [2]);
        Assert.Equal((2, false), (receipt.Load, receipt.Documents[0].AlreadyHeld));
    }

    [Fact]
    public async Task A_document_whose_bytes_are_not_in_the_vault_is_not_committed()
    {
        await using var open = await OpenAsync();
        await using (var load = await open.Graph.BeginLoadAsync(Ct))
        {
            await load.BeginDocumentAsync(StoreSample.Document(1), Ct);
            await Assert.ThrowsAsync<InvalidOperationException>(async () => await load.CommitAsync(Ct));
        }

        Assert.Equal(default, await open.Graph.VersionAsync(Ct));
        Assert.Equal(1, (await StoreSample.LoadAsync(open.Graph, open.Vault, [1])).Load);
    }

    [Fact]
    public async Task Readers_see_no_half_load_and_are_not_kept_waiting()
    {
        await using var open = await OpenAsync();
        await StoreSample.LoadAsync(open.Graph, open.Vault, [1]);
        var reader = await open.AgainAsync();
        await using var load = await open.Graph.BeginLoadAsync(Ct);
        await StoreSample.AppendAsync(load, open.Vault, 2);
        var at = await reader.VersionAsync(Ct);
        Assert.Equal(new CaseVersion(1, 0), at);
        Assert.Equal(10, (await StoreSample.RowsAsync(reader, LedgerRequest.WholeCase(at))).Count);
        Assert.Equal(2, (await reader.FactsAsync(at, Ct)).AllRows.Count());
        await load.CommitAsync(Ct);
        Assert.Equal(10, (await StoreSample.RowsAsync(reader, LedgerRequest.WholeCase(at))).Count);
        Assert.Equal(20, (await StoreSample.RowsAsync(reader, LedgerRequest.WholeCase(await reader.VersionAsync(Ct)))).Count);
    }

    [Fact]
    public async Task A_second_writer_is_told_that_the_case_is_busy_and_may_come_back()
    {
        await using var open = await OpenAsync();
        var other = await open.AgainAsync();
        await using (var load = await open.Graph.BeginLoadAsync(Ct))
        {
            await StoreSample.AppendAsync(load, open.Vault, 1);
            var busy = await Assert.ThrowsAsync<StoreBusyException>(async () => await other.BeginLoadAsync(Ct));
            Assert.EndsWith(".", busy.Message, StringComparison.Ordinal);
            await Assert.ThrowsAsync<StoreBusyException>(async () => await open.Graph.BeginLoadAsync(Ct));
            await Assert.ThrowsAsync<StoreBusyException>(async () => await other.DecideAsync([SomeDecision()], default, Ct));
            await load.CommitAsync(Ct);
        }

        Assert.Equal(2, (await StoreSample.LoadAsync(other, open.Vault, [2])).Load);
    }

    [Fact]
    public async Task A_load_that_is_over_takes_nothing_more()
    {
        await using var open = await OpenAsync();
        await using var load = await open.Graph.BeginLoadAsync(Ct);
        await StoreSample.AppendAsync(load, open.Vault, 1);
        await load.CommitAsync(Ct);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await load.CommitAsync(Ct));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await load.BeginDocumentAsync(StoreSample.Document(2), Ct));
    }

    [Fact]
    public async Task The_vault_gives_back_the_bytes_and_takes_the_same_file_twice()
    {
        await using var open = await OpenAsync();
        var bytes = new byte[300_000];
        new Random(7).NextBytes(bytes);
        var id = await open.Vault.PutAsync(new MemoryStream(bytes), Ct);
        Assert.Equal(Sha256.Of(bytes), id);
        Assert.Equal(id, await open.Vault.PutAsync(new MemoryStream(bytes), Ct));
        await using var stream = await open.Vault.OpenAsync(id, Ct);
        var back = new MemoryStream();
        await stream.CopyToAsync(back, Ct);
        Assert.Equal(bytes, back.ToArray());
        var empty = await open.Vault.PutAsync(new MemoryStream(), Ct);
        await using var nothing = await open.Vault.OpenAsync(empty, Ct);
        Assert.Equal(0, nothing.Length);
        await Assert.ThrowsAsync<FileNotFoundException>(async () => await open.Vault.OpenAsync(Sha256.Of([1, 2, 3]), Ct));
        await Assert.ThrowsAsync<FileNotFoundException>(async () => await open.Vault.OpenAsync(new Sha256("../case.db"), Ct));
    }

    private static Decision SomeDecision(string reason = "double extract") => new(0, DecisionKinds.Exclude, "bank-1.csv", "", "investigator", Day.Of(2024, 5, 6), reason);
}
