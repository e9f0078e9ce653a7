using FinInvest.Graph.Casework;
using FinInvest.Graph.Casework.MoveCase;
using FinInvest.Graph.Store;
using FinInvest.Graph.StoreTests.Embedded;
using FinInvest.Graph.StoreTests.Moving;
using Xunit;

namespace FinInvest.Graph.StoreTests.Compliance;

/// <summary>A whole case goes from store to store without loss.</summary>
public abstract partial class CaseGraphCompliance
{
    [Fact]
    public async Task A_case_goes_to_another_store_and_back_and_every_bundle_of_it_has_the_same_bytes()
    {
        using var folder = new PassingFolder();
        await using var first = await OpenAsync();
        await MovedCase.FillAsync(first.Graph, first.Vault);
        var at = await first.Graph.VersionAsync(Ct);
        var a = Path.Combine(folder.Root, "a.tar");
        var made = await CaseExport.WriteAsync(first.Graph, first.Vault, a, Ct);
        Assert.Equal((at, Sha256.Of(await File.ReadAllBytesAsync(a, Ct))), (made.Version, made.Hash));

        await using OpenCase other = new EmbeddedOpenCase();
        await using var back = await OpenAsync();
        foreach (var (from, to) in new[] { ("a.tar", other), ("b.tar", back) })
        {
            using (var bundle = BundleArchive.Open(Path.Combine(folder.Root, from)))
            {
                Assert.Equal(at, await new CaseImport(to.Graph, to.Vault).LoadAsync(bundle, Ct));
            }

            var name = Path.Combine(folder.Root, to == other ? "b.tar" : "c.tar");
            await CaseExport.WriteAsync(to.Graph, to.Vault, name, Ct);
            Assert.Equal(await File.ReadAllBytesAsync(a, Ct), await File.ReadAllBytesAsync(name, Ct));
        }

        foreach (var version in new[] { at, new CaseVersion(1, 0), new CaseVersion(1, 1), new CaseVersion(2, 1), new CaseVersion(3, 1) })
        {
            Assert.Equal(await SeenAsync(first.Graph, version), await SeenAsync(back.Graph, version));
        }

        Assert.Equivalent(await first.Graph.LoadsAsync(at, Ct), await back.Graph.LoadsAsync(at, Ct), strict: true);
        Assert.Equal(await first.Graph.VerifyChainAsync(Ct), await back.Graph.VerifyChainAsync(Ct));
    }

    [Fact]
    public async Task A_bundle_goes_on_where_it_was_broken_off_and_is_refused_beside_other_records()
    {
        using var folder = new PassingFolder();
        await using var first = await OpenAsync();
        await MovedCase.FillAsync(first.Graph, first.Vault);
        var name = Path.Combine(folder.Root, "a.tar");
        await CaseExport.WriteAsync(first.Graph, first.Vault, name, Ct);
        using var bundle = BundleArchive.Open(name);

        await using var half = await OpenAsync();
        await StoreSample.LoadAsync(half.Graph, half.Vault, [2, 1]);
        Assert.Equal(bundle.Version, await new CaseImport(half.Graph, half.Vault).LoadAsync(bundle, Ct));
        Assert.Equal(bundle.Version, await new CaseImport(half.Graph, half.Vault).LoadAsync(bundle, Ct));

        await using var another = await OpenAsync();
        await StoreSample.LoadAsync(another.Graph, another.Vault, [1]);
        await Assert.ThrowsAsync<CaseRefusalException>(async () => await new CaseImport(another.Graph, another.Vault).LoadAsync(bundle, Ct));
        Assert.Equal(new CaseVersion(1, 0), await another.Graph.VersionAsync(Ct));
    }
}
