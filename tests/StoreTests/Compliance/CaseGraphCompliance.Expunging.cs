using FinInvest.Graph.Casework.MoveCase;
using FinInvest.Graph.Store;
using FinInvest.Graph.StoreTests.Embedded;
using FinInvest.Graph.StoreTests.Moving;
using Xunit;

namespace FinInvest.Graph.StoreTests.Compliance;

/// <summary>A court's order takes a document out for good.</summary>
public abstract partial class CaseGraphCompliance
{
    private static readonly CourtOrder SomeOrder = new("Invented Court No. 2, 17-412, 2024-05-06", "clerk", Day.Of(2024, 5, 7), "seized without an order");

    [Fact]
    public async Task An_expunged_document_is_gone_from_every_version_and_a_tombstone_stays()
    {
        await using var open = await OpenAsync();
        await MovedCase.FillAsync(open.Graph, open.Vault);
        var at = await open.Graph.VersionAsync(Ct);
        var hash = StoreSample.Document(4).Hash;
        var rows = await StoreSample.RowsAsync(open.Graph, LedgerRequest.WholeCase(at) with { WithTexts = true });
        var receipt = await open.Graph.ExpungeAsync(hash, SomeOrder, Ct);
        Assert.Equal(new ExpungeReceipt(hash, 4, new CaseVersion(3, 4), 3, EveryFact.All.Count, 2, false), receipt);

        var again = await open.AgainAsync();
        Assert.Equal(receipt.Version, await again.VersionAsync(Ct));
        foreach (var version in new[] { at, receipt.Version })
        {
            Assert.Equal(rows.Where(r => !r.StartsWith(hash.Hex, StringComparison.Ordinal)), await StoreSample.RowsAsync(again, LedgerRequest.WholeCase(version) with { WithTexts = true }));
            var facts = await again.FactsAsync(version, Ct);
            Assert.DoesNotContain(facts.AllRows, r => r.Document == hash);
            Assert.DoesNotContain(facts.Documents, d => d.Hash == hash);
            Assert.Equal(3, (await again.RejectsAsync(version, Ct)).Count);
            Assert.Equal(0, (await again.FindAsync(new FindQuery("№5"), version, Ct)).Total);
            await foreach (var page in again.PostingsAsync(LedgerRequest.WholeCase(version), Ct))
            {
                Assert.DoesNotContain("Дүкен №5", page.AccountNames);
            }

            var loads = await again.LoadsAsync(version, Ct);
            Assert.Equal([new DocumentReceipt(new SourceDocument(hash, "", 0), 0, 0, 0, false, IsExpunged: true)], loads[2].Documents);
            Assert.All(loads.Take(2).SelectMany(l => l.Documents), d => Assert.False(d.IsExpunged));
        }

        Assert.Equal(SomeOrder.ToDecision(StoreSample.Document(4)) with { Number = 4 }, (await again.FactsAsync(receipt.Version, Ct)).Decisions[^1]);
        Assert.Equal((true, 4L), ((await again.VerifyChainAsync(Ct)).IsWhole, (await again.VerifyChainAsync(Ct)).Decisions));
    }

    [Fact]
    public async Task An_expunged_document_is_refused_and_the_case_goes_on()
    {
        await using var open = await OpenAsync();
        await StoreSample.LoadAsync(open.Graph, open.Vault, [1, 2]);
        await Assert.ThrowsAsync<ArgumentException>(async () => await open.Graph.ExpungeAsync(StoreSample.Document(9).Hash, SomeOrder, Ct));
        await open.Graph.ExpungeAsync(StoreSample.Document(2).Hash, SomeOrder, Ct);
        Assert.True(await open.Vault.DeleteAsync(StoreSample.Document(2).Hash, Ct));
        Assert.False(await open.Vault.DeleteAsync(StoreSample.Document(2).Hash, Ct));
        await Assert.ThrowsAsync<FileNotFoundException>(async () => await open.Vault.OpenAsync(StoreSample.Document(2).Hash, Ct));

        var refused = await Assert.ThrowsAsync<DocumentExpungedException>(async () => await StoreSample.LoadAsync(open.Graph, open.Vault, [3, 2]));
        Assert.Contains(SomeOrder.Order, refused.Message, StringComparison.Ordinal);
        Assert.Equal(new CaseVersion(1, 1), await open.Graph.VersionAsync(Ct));
        var repeated = await open.Graph.ExpungeAsync(StoreSample.Document(2).Hash, SomeOrder, Ct);
        Assert.Equal(new ExpungeReceipt(StoreSample.Document(2).Hash, 1, new CaseVersion(1, 1), 0, 0, 0, true), repeated);

        var receipt = await StoreSample.LoadAsync(open.Graph, open.Vault, [3]);
        Assert.Equal(new CaseVersion(2, 1), receipt.Version);
        var expected = new[] { 1, 3 }.SelectMany(d => Enumerable.Range(0, 10).Select(i => StoreSample.Line(StoreSample.Page(d, 1, 10), i)));
        Assert.Equal(expected, await StoreSample.RowsAsync(open.Graph, LedgerRequest.WholeCase(receipt.Version)));
    }

    [Fact]
    public async Task A_tombstone_is_carried_to_another_store_and_refuses_there_too()
    {
        using var folder = new PassingFolder();
        await using var first = await OpenAsync();
        await MovedCase.FillAsync(first.Graph, first.Vault);
        foreach (var document in new[] { 1, 4 })
        {
            await first.Graph.ExpungeAsync(StoreSample.Document(document).Hash, SomeOrder, Ct);
            await first.Vault.DeleteAsync(StoreSample.Document(document).Hash, Ct);
        }

        var (a, b) = (Path.Combine(folder.Root, "a.tar"), Path.Combine(folder.Root, "b.tar"));
        await CaseExport.WriteAsync(first.Graph, first.Vault, a, Ct);
        await using var other = await OpenAsync();
        using (var bundle = BundleArchive.Open(a))
        {
            Assert.Equal(new CaseVersion(3, 5), await new CaseImport(other.Graph, other.Vault).LoadAsync(bundle, Ct));
        }

        await CaseExport.WriteAsync(other.Graph, other.Vault, b, Ct);
        Assert.Equal(await File.ReadAllBytesAsync(a, Ct), await File.ReadAllBytesAsync(b, Ct));
        await Assert.ThrowsAsync<DocumentExpungedException>(async () => await StoreSample.LoadAsync(other.Graph, other.Vault, [1]));
        Assert.Equivalent(await first.Graph.LoadsAsync(new CaseVersion(3, 5), Ct), await other.Graph.LoadsAsync(new CaseVersion(3, 5), Ct), strict: true);
    }
}
