using FinInvest.Graph.Casework;
using FinInvest.Graph.Casework.Publish;
using FinInvest.Graph.Store;
using FinInvest.Graph.Store.Embedded;
using FinInvest.Graph.Store.Publishing;
using FinInvest.Graph.StoreTests.Embedded;
using FinInvest.Graph.StoreTests.Kill;
using Xunit;

namespace FinInvest.Graph.StoreTests.Neo4j.Publishing;

/// <summary>What is published is seen whole or not at all, and is no part of the records.</summary>
[Collection(ProcessesCollection.Name)]
public class PublicationTests(Neo4jServer server)
{
    private const string Derived = "OPTIONAL MATCH (n:Published) WHERE n.case = $case WITH count(n) AS nodes OPTIONAL MATCH ()-[t:TRANSFER]->() WHERE t.case = $case WITH nodes, count(t) AS transfers RETURN nodes + transfers";
    private const string Described = "MATCH (a:Account) WHERE a.case = $case AND a.number <> 0 AND (a.name IS NOT NULL OR a.currency IS NOT NULL OR a.publication IS NOT NULL) RETURN count(a)";
    private static readonly CourtOrder SomeOrder = new("Invented Court No. 2, 17-412, 2024-05-06", "clerk", Day.Of(2024, 5, 7), "seized without an order");

    [Fact]
    public async Task It_is_published_anew_at_each_version_and_dropped_without_a_trace()
    {
        await using var open = await Neo4jOpenCase.MakeAsync(server);
        await StoreSample.LoadAsync(open.Graph, open.Vault, [1, 2], rows: 30);
        var before = await StoreSample.RowsAsync(open.Graph, LedgerRequest.WholeCase(new CaseVersion(1, 0)));
        var first = await PublishedSample.PublishAsync(open);
        Assert.Equal((new CaseVersion(1, 0), 60L, 5L), (first.Version, first.Transfers, first.Nodes));
        Assert.Equal(65, await PublishedSample.CountAsync(open, Derived));

        var exclude = new Decision(0, DecisionKinds.Exclude, "bank-2.csv", "", "investigator", Day.Of(2024, 5, 6), "not ours");
        await open.Graph.DecideAsync([exclude], new CaseVersion(1, 0), default);
        Assert.Equal(first, await open.Store.Published.ShownAsync(default));
        var second = await PublishedSample.PublishAsync(open);
        Assert.Equal((new CaseVersion(1, 1), 30L), (second.Version, second.Transfers));
        Assert.Equal(second, await open.Store.Published.ShownAsync(default));
        Assert.Equal(second.Transfers + second.Nodes, await PublishedSample.CountAsync(open, Derived));

        // Published again at the same version it is the same, once.
        Assert.Equal(second, await PublishedSample.PublishAsync(open));
        Assert.Equal(second.Transfers + second.Nodes, await PublishedSample.CountAsync(open, Derived));

        Assert.Equal(second.Transfers + second.Nodes, await open.Store.Published.DropAsync(default));
        Assert.Null(await open.Store.Published.ShownAsync(default));
        Assert.Equal((0L, 0L), (await PublishedSample.CountAsync(open, Derived), await PublishedSample.CountAsync(open, Described)));
        Assert.Equal(0, await open.Store.Published.DropAsync(default));
        Assert.Equal(before, await StoreSample.RowsAsync(open.Graph, LedgerRequest.WholeCase(new CaseVersion(1, 0))));
    }

    [Fact]
    public async Task What_a_broken_publishing_left_is_never_seen_and_goes_with_the_next()
    {
        await using var open = await Neo4jOpenCase.MakeAsync(server);
        await StoreSample.LoadAsync(open.Graph, open.Vault, [1]);
        using var file = await CaseFile.OpenAsync(open.Graph, default);
        var whole = PublishDesk.Describe(file);
        var broken = whole with { Links = [.. whole.Links, new PublishedLink("RELATED_TO", PublishedEnd.Node("Party", "nobody"), PublishedEnd.Node("Party", "P1"), [])] };
        await Assert.ThrowsAsync<InvalidDataException>(async () => await open.Store.Published.PublishAsync(broken, default));
        Assert.NotEqual(0, await PublishedSample.CountAsync(open, Derived));
        Assert.Null(await open.Store.Published.ShownAsync(default));
        var receipt = await PublishedSample.PublishAsync(open);
        Assert.Equal(receipt.Transfers + receipt.Nodes, await PublishedSample.CountAsync(open, Derived));

        // Broken off over one that is seen: that one stays.
        await Assert.ThrowsAsync<InvalidDataException>(async () => await open.Store.Published.PublishAsync(broken, default));
        Assert.Equal(receipt, await open.Store.Published.ShownAsync(default));
        Assert.Equal(receipt.Transfers, await PublishedSample.CountAsync(open, "MATCH (g:PublishedGraph {case: $case}) MATCH ()-[t:TRANSFER]->() WHERE t.case = $case AND t.publication = g.publication RETURN count(t)"));
    }

    [Fact]
    public async Task Of_a_version_that_has_passed_nothing_is_published()
    {
        await using var open = await Neo4jOpenCase.MakeAsync(server);
        await StoreSample.LoadAsync(open.Graph, open.Vault, [1]);
        using var file = await CaseFile.OpenAsync(open.Graph, default);
        await StoreSample.LoadAsync(open.Graph, open.Vault, [2]);
        await Assert.ThrowsAsync<StoreConflictException>(async () => await PublishDesk.PublishAsync(open.Store, file, default));
        Assert.Equal(0, await PublishedSample.CountAsync(open, Derived));
        await using (await open.Graph.BeginLoadAsync(default))
        {
            await Assert.ThrowsAsync<StoreBusyException>(async () => await PublishedSample.PublishAsync(open));
        }
    }

    [Fact]
    public async Task Expunging_drops_it_and_an_account_that_only_a_fact_names_can_have_rows_later()
    {
        await using var open = await Neo4jOpenCase.MakeAsync(server);
        await StoreSample.LoadAsync(open.Graph, open.Vault, [1, 2]);
        await PublishedSample.PublishAsync(open);
        Assert.Equal(2, await PublishedSample.CountAsync(open, "MATCH (a:Account) WHERE a.case = $case AND a.number < 0 AND a.name IN ['A1', 'A2'] RETURN count(a)"));
        await open.Graph.ExpungeAsync(StoreSample.Document(2).Hash, SomeOrder, default);
        Assert.Null(await open.Store.Published.ShownAsync(default));
        Assert.Equal((0L, 0L), (await PublishedSample.CountAsync(open, Derived), await PublishedSample.CountAsync(open, Described)));

        await PublishedSample.PublishAsync(open);
        await using (var load = await open.Graph.BeginLoadAsync(default))
        {
            await open.Vault.PutAsync(new MemoryStream(StoreSample.Bytes(3)), default);
            await load.BeginDocumentAsync(StoreSample.Document(3), default);
            await load.AppendAsync(StoreSample.Page(3, 1, 2, 2, ["", "A1", "KZ0001"]), default);
            await load.CommitAsync(default);
        }

        var receipt = await PublishedSample.PublishAsync(open);
        Assert.Equal((12L, 0L), (receipt.Transfers, await PublishedSample.CountAsync(open, "MATCH (a:Account) WHERE a.case = $case AND a.number < 0 RETURN count(a)")));
    }

    [Fact]
    public async Task A_workspace_says_that_there_is_nothing_to_publish_to()
    {
        using var folder = new PassingFolder();
        await using var workspace = Workspace.Open(folder.Path, create: true);
        using var file = await CaseFile.OpenAsync(workspace.Case, default);
        var said = await Assert.ThrowsAsync<CaseQuestionException>(async () => await PublishDesk.PublishAsync(workspace, file, default));
        Assert.Contains("nothing to publish to", said.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<CaseQuestionException>(async () => await PublishDesk.DropAsync(workspace, default));
    }
}
