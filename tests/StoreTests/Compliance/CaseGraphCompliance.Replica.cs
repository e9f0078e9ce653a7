using FinInvest.Graph.Casework;
using FinInvest.Graph.Store;
using FinInvest.Graph.StoreTests.Embedded;
using Xunit;

namespace FinInvest.Graph.StoreTests.Compliance;

/// <summary>A copy of the rows near the program follows the case by what is new, and what is derived from it has the bytes of a fresh reading.</summary>
public abstract partial class CaseGraphCompliance
{
    [Fact]
    public async Task A_copy_of_the_rows_follows_loads_and_decisions_by_what_is_new_and_an_expunging_whole()
    {
        using var folder = new PassingFolder();
        await using var open = await OpenAsync();
        var graph = new CountingGraph(open.Graph);
        await StoreSample.LoadAsync(open.Graph, open.Vault, [1, 2], rows: 300, pageRows: 100);
        Assert.Equal(600, await RowsReadAsync(graph, folder));
        Assert.Equal(0, await RowsReadAsync(graph, folder));

        await StoreSample.LoadAsync(open.Graph, open.Vault, [3, 1], rows: 40);
        graph.Documents.Clear();
        Assert.Equal(40, await RowsReadAsync(graph, folder));
        Assert.Equal(2, Segments(folder));
        Assert.Equal([StoreSample.Document(3).Hash], graph.Documents);
        Assert.Equal(1, graph.Requests[^1].AfterLoad);

        await open.Graph.DecideAsync([SomeDecision()], new CaseVersion(2, 0), Ct);
        Assert.Equal(0, await RowsReadAsync(graph, folder));

        // Everything a row can have, and names that no earlier row has.
        await open.Vault.PutAsync(new MemoryStream(StoreSample.Bytes(4)), Ct);
        await using (var load = await open.Graph.BeginLoadAsync(Ct))
        {
            await load.BeginDocumentAsync(StoreSample.Document(4), Ct);
            await load.AppendAsync(Plausible(EveryColumn(4)), Ct);
            await load.CommitAsync(Ct);
        }

        Assert.Equal(EveryColumn(4).Count, await RowsReadAsync(graph, folder));
        Assert.Equal(3, Segments(folder));
        await StoreSample.LoadAsync(open.Graph, open.Vault, [5], rows: 0);
        Assert.Equal(0, await RowsReadAsync(graph, folder));
        await StoreSample.LoadAsync(open.Graph, open.Vault, [6], rows: 700, pageRows: 350);
        await StoreSample.LoadAsync(open.Graph, open.Vault, [7], rows: 7);
        Assert.Equal(707, await RowsReadAsync(graph, folder));
        Assert.Equal(1, Segments(folder));
        Assert.Equal((3, 6), (graph.Requests[^1].AfterLoad, graph.Requests[^1].At.Loads));

        // A look at an earlier version takes nothing from the copy.
        using (await CaseFile.OpenAsync(graph, Ct, null, new CaseVersion(3, 1), new CacheFolder(Path.Combine(folder.Root, "rows"))))
        {
            Assert.Equal(640 + EveryColumn(4).Count, graph.Taken());
        }

        Assert.Equal(0, await RowsReadAsync(graph, folder));
        await open.Graph.ExpungeAsync(StoreSample.Document(3).Hash, SomeOrder, Ct);
        Assert.Equal(600 + EveryColumn(4).Count + 707, await RowsReadAsync(graph, folder));
        await StoreSample.LoadAsync(open.Graph, open.Vault, [8], rows: 3);
        Assert.Equal(3, await RowsReadAsync(graph, folder));
    }

    [Fact]
    public async Task A_reading_that_breaks_off_leaves_the_copy_as_it_was()
    {
        using var folder = new PassingFolder();
        await using var open = await OpenAsync();
        var graph = new CountingGraph(open.Graph);
        await StoreSample.LoadAsync(open.Graph, open.Vault, [1], rows: 50);
        Assert.Equal(50, await RowsReadAsync(graph, folder));
        await StoreSample.LoadAsync(open.Graph, open.Vault, [2, 3], rows: 20);
        graph.PagesMax = 1;
        Assert.Equal("The server is gone.", (await Assert.ThrowsAsync<IOException>(async () => await RowsReadAsync(graph, folder))).Message);
        Assert.Equal(1, Segments(folder));
        graph.PagesMax = int.MaxValue;
        graph.Taken();
        Assert.Equal(40, await RowsReadAsync(graph, folder));
    }

    private static int Segments(PassingFolder folder) => Directory.GetFiles(Path.Combine(folder.Root, "rows")).Length;

    /// <summary>Amounts and days that a ledger can be made of.</summary>
    private static PostingPage Plausible(PostingPage p)
    {
        (p.Minor[2], p.Balance[2], p.BookingDay[2], p.ValueDay[2], p.Instant[2]) = (900, 5, 19_003, 19_004, 1_641_900_000_000);
        (p.Row[3], p.Account[3], p.Minor[3], p.BookingDay[3], p.ValueDay[3]) = (4, 2, 12, 19_005, 19_005);
        return p;
    }

    /// <summary>Opens the case with the copy and without it, demands the same bytes, and gives how many rows the store had to give for the copy.</summary>
    private static async Task<long> RowsReadAsync(CountingGraph graph, PassingFolder folder)
    {
        var (with, without) = (Path.Combine(folder.Root, "with"), Path.Combine(folder.Root, "without"));
        var rows = new CacheFolder(Path.Combine(folder.Root, "rows"));
        new CacheFolder(with).Clear();
        graph.Taken();
        using (await CaseFile.OpenAsync(graph, Ct, new CacheFolder(with), rows: rows))
        {
        }

        var read = graph.Taken();
        using (await CaseFile.OpenAsync(graph.Counted, Ct, new CacheFolder(without)))
        {
        }

        var (a, b) = (Assert.Single(Directory.GetFiles(with)), Assert.Single(Directory.GetFiles(without)));
        Assert.Equal(Path.GetFileName(b), Path.GetFileName(a));
        Assert.Equal(await File.ReadAllBytesAsync(b, Ct), await File.ReadAllBytesAsync(a, Ct));
        return read;
    }
}
