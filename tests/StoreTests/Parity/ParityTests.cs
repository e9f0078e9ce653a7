using FinInvest.Graph.Casework;
using FinInvest.Graph.Casework.Export;
using FinInvest.Graph.Casework.LoadRecords;
using FinInvest.Graph.Casework.MoveCase;
using FinInvest.Graph.Casework.ReviewScores;
using FinInvest.Graph.Store;
using FinInvest.Graph.StoreTests.Compliance;
using FinInvest.Graph.StoreTests.Embedded;
using FinInvest.Graph.StoreTests.Kill;
using FinInvest.Graph.StoreTests.Neo4j;
using FinInvest.Graph.Tests;
using FinInvest.Graph.Tests.House;
using Xunit;

namespace FinInvest.Graph.StoreTests.Parity;

/// <summary>Whichever store keeps a case, what is derived from it has the same bytes: the exhibit in both forms, the tables, the bundle.</summary>
[Collection(ProcessesCollection.Name)]
public sealed class ParityTests(Neo4jServer server)
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Theory]
    [InlineData("embezzlement")]
    [InlineData("coordination")]
    public async Task A_sample_case_has_the_same_exhibit_tables_and_bundle_on_both_stores_and_after_it_went_there_and_back(string name)
    {
        var input = Path.Combine(Repository.Root, "sample-data", name, "input");
        using var folder = new PassingFolder();
        await using OpenCase here = new EmbeddedOpenCase();
        await LoadAsync(here, new LoadOptions(), input);
        var derived = await DerivedAsync(here, folder, "here");

        await using OpenCase there = await Neo4jOpenCase.MakeAsync(server);
        await LoadAsync(there, new LoadOptions(), input);
        AssertSame(derived, await DerivedAsync(there, folder, "there"));

        await using OpenCase carried = await Neo4jOpenCase.MakeAsync(server);
        AssertSame(derived, await CarriedAsync(Path.Combine(folder.Root, "here.tar"), carried, folder, "carried"));
        await using OpenCase back = new EmbeddedOpenCase();
        AssertSame(derived, await CarriedAsync(Path.Combine(folder.Root, "carried.tar"), back, folder, "back"));
    }

    [Fact]
    public async Task The_FinBench_case_has_the_same_exhibit_tables_and_bundle_on_both_stores()
    {
        var data = PublicData.Require("data/ldbc-finbench/data/snapshot");
        using var folder = new PassingFolder();
        var stated = Directory.CreateDirectory(Path.Combine(folder.Root, "stated")).FullName;
        await File.WriteAllTextAsync(Path.Combine(stated, "case.csv"), "id,question,as_of,currencies\nfinbench,What became of one transfer?,2024-01-01,USD:2\n", Ct);
        await File.WriteAllTextAsync(Path.Combine(stated, "acts.csv"), "id,name\nA1,One transfer\n", Ct);
        await File.WriteAllTextAsync(Path.Combine(stated, "episodes.csv"), "id,act,victim,currency,amount\nE1,A1,p:0,USD,9998407.03\n", Ct);
        await File.WriteAllTextAsync(Path.Combine(stated, "proceeds.csv"), "episode,row\nE1,AccountTransferAccount/685\n", Ct);
        var options = new LoadOptions(RecordLoader.ReadMapping(Path.Combine(Repository.Root, "sample-data", "mappings", "ldbc-finbench.json")));

        await using OpenCase here = new EmbeddedOpenCase();
        await LoadAsync(here, options, stated, data);
        var target = await ReachedAsync(here);
        var derived = await DerivedAsync(here, folder, "here", target);
        await using OpenCase there = await Neo4jOpenCase.MakeAsync(server);
        await LoadAsync(there, options, stated, data);
        AssertSame(derived, await DerivedAsync(there, folder, "there", target));
    }

    private static async Task LoadAsync(OpenCase to, LoadOptions options, params string[] inputs) =>
        await new RecordLoader(to.Graph, to.Vault).LoadAsync(inputs, options, null, Ct);

    private static async Task<IReadOnlyDictionary<string, string>> CarriedAsync(string bundle, OpenCase to, PassingFolder folder, string name)
    {
        using (var archive = BundleArchive.Open(bundle))
        {
            await new CaseImport(to.Graph, to.Vault).LoadAsync(archive, Ct);
        }

        return await DerivedAsync(to, folder, name);
    }

    /// <summary>Every file that is made of a case, by name; the bundle by its hash.</summary>
    private static async Task<IReadOnlyDictionary<string, string>> DerivedAsync(OpenCase open, PassingFolder folder, string name, params string[] targets)
    {
        using var file = await CaseFile.OpenAsync(open.Graph, Ct);
        var exhibit = await ExhibitBuilder.BuildAsync(open.Graph, new CaseReview(file), targets, "own-first", "test", Ct);
        var made = new Dictionary<string, string>(StringComparer.Ordinal) { ["exhibit.html"] = exhibit.Html, ["exhibit.json"] = exhibit.Json };
        var tables = Path.Combine(folder.Root, name + "-tables");
        await TableExport.WriteCsvAsync(open.Graph, file, tables, Ct);
        foreach (var table in Directory.EnumerateFiles(tables))
        {
            made.Add(Path.GetFileName(table), await File.ReadAllTextAsync(table, Ct));
        }

        var bundle = Path.Combine(folder.Root, name + ".tar");
        await CaseExport.WriteAsync(open.Graph, open.Vault, bundle, Ct);
        await using var content = File.OpenRead(bundle);
        made.Add("bundle", Convert.ToHexStringLower(await System.Security.Cryptography.SHA256.HashDataAsync(content, Ct)));
        return made;
    }

    private static void AssertSame(IReadOnlyDictionary<string, string> expected, IReadOnlyDictionary<string, string> made)
    {
        Assert.Equal(["bundle", "exhibit.html", "exhibit.json", "postings.csv", "transfer_rows.csv", "transfers.csv"], expected.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), made.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, text) in expected)
        {
            Assert.True(text == made[name], $"{name} differs.");
        }
    }

    /// <summary>The account, other than the credited one, whose balance holds most of the money under rolling pro rata.</summary>
    private static async Task<string> ReachedAsync(OpenCase open)
    {
        using var file = await CaseFile.OpenAsync(open.Graph, Ct);
        var ledger = file.Reconciliation.Ledger;
        var credited = ledger.Accounts[ledger.Credited[Assert.Single(file.Reconciliation.Register.Claims).Movement]].Id;
        var trace = new CaseReview(file).Trace("rolling", ["balance:" + credited], []);
        return "balance:" + trace.Closing.Where(c => c.Account != credited).MaxBy(c => c.Owners.Where(o => o.Class == OwnerClass.Claim).Sum(o => o.Minor))!.Account;
    }
}
