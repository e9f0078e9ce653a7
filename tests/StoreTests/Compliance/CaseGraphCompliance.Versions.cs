using FinInvest.Graph.Casework;
using FinInvest.Graph.Casework.Decide;
using FinInvest.Graph.Casework.Export;
using FinInvest.Graph.Casework.LoadRecords;
using FinInvest.Graph.Casework.ReviewScores;
using FinInvest.Graph.Store;
using FinInvest.Graph.StoreTests.Embedded;
using Xunit;

namespace FinInvest.Graph.StoreTests.Compliance;

/// <summary>What a case said at an earlier version.</summary>
public abstract partial class CaseGraphCompliance
{
    [Fact]
    public async Task An_exhibit_of_an_earlier_version_has_the_bytes_it_had_then()
    {
        using var folder = new PassingFolder();
        var sample = Path.Combine(AppContext.BaseDirectory, "sample-data", "embezzlement", "input");
        var early = Directory.CreateDirectory(Path.Combine(folder.Root, "early")).FullName;
        foreach (var file in Directory.EnumerateFiles(sample).Where(f => !Path.GetFileName(f).Contains("levant-harbour", StringComparison.Ordinal)))
        {
            File.Copy(file, Path.Combine(early, Path.GetFileName(file)));
        }

        await using var open = await OpenAsync();
        var loader = new RecordLoader(open.Graph, open.Vault);
        await loader.LoadAsync([early], new LoadOptions(), null, Ct);
        await new DecisionDesk(open.Graph).DecideAsync(new Decision(0, DecisionKinds.Relied, "IT-1", "no", "A. Judge", Day.Of(2024, 5, 2), "under appeal"), Ct);
        var then = await ExhibitAsync(open.Graph, null);
        Assert.Contains("\"version\": \"1.1\"", then.Json, StringComparison.Ordinal);

        await loader.LoadAsync([sample], new LoadOptions(), null, Ct);
        await new DecisionDesk(open.Graph).DecideAsync(new Decision(0, DecisionKinds.Exclude, "postings-gulf-meridian.csv", "", "B. Clerk", Day.Of(2024, 5, 6), "beyond the treaty"), Ct);
        var now = await ExhibitAsync(open.Graph, null);
        Assert.Contains("\"version\": \"2.2\"", now.Json, StringComparison.Ordinal);
        Assert.Equal(then, await ExhibitAsync(open.Graph, new CaseVersion(1, 1)));
        await Assert.ThrowsAsync<ArgumentException>(async () => await ExhibitAsync(open.Graph, new CaseVersion(2, 0)));
        await Assert.ThrowsAsync<ArgumentException>(async () => await ExhibitAsync(open.Graph, new CaseVersion(2, 3)));

        var late = (await open.Graph.FactsAsync(new CaseVersion(2, 2), Ct)).Documents.First(d => d.Name == "postings-levant-harbour.csv");
        await open.Graph.ExpungeAsync(late.Hash, SomeOrder, Ct);
        Assert.Contains(SomeOrder.Order, (await Assert.ThrowsAsync<CaseRefusalException>(async () => await ExhibitAsync(open.Graph, new CaseVersion(2, 2)))).Message, StringComparison.Ordinal);
        Assert.Equal(then, await ExhibitAsync(open.Graph, new CaseVersion(1, 1)));
    }

    private static async Task<ExhibitFiles> ExhibitAsync(ICaseGraph graph, CaseVersion? at)
    {
        using var file = await CaseFile.OpenAsync(graph, Ct, null, at);
        return await ExhibitBuilder.BuildAsync(graph, new CaseReview(file), [], "own-first", "test", Ct);
    }
}
