using FinInvest.Graph.Casework;
using FinInvest.Graph.Casework.Export;
using FinInvest.Graph.Casework.MoveCase;
using FinInvest.Graph.Casework.Versions;
using FinInvest.Graph.Store;
using FinInvest.Graph.Tests.Worker;
using Xunit;

namespace FinInvest.Graph.Tests.Casework.Versions;

/// <summary>What a case said at an earlier version it says for ever, byte for byte; what it cannot say any more it says in a sentence.</summary>
public class EarlierVersionTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_exhibit_of_an_earlier_version_has_the_bytes_it_had_then()
    {
        await using var made = TemporaryCase.Empty();
        var printed = new Dictionary<CaseVersion, ExhibitFiles>();
        await GrowingCase.GrowAsync(made, async at => printed[at] = await ExhibitAsync(made, null));
        Assert.Equal(GrowingCase.Versions, printed.Keys);
        Assert.Equal(printed.Count, printed.Values.Select(p => p.Json).Distinct().Count());
        foreach (var (at, then) in printed)
        {
            var again = await ExhibitAsync(made, at);
            Assert.Contains($"\"version\": \"{at}\"", again.Json, StringComparison.Ordinal);
            Assert.Equal(then.Json, again.Json);
            Assert.Equal(then.Html, again.Html);
        }
    }

    [Fact]
    public async Task A_bundle_of_an_earlier_version_is_the_one_that_was_written_then()
    {
        await using var made = TemporaryCase.Empty();
        var hashes = new Dictionary<CaseVersion, Sha256>();
        await GrowingCase.GrowAsync(made, async at => hashes[at] = (await CaseExport.WriteAsync(made.Workspace.Case, made.Workspace.Vault, Path.Combine(made.Folder, $"{at}.tar"), Ct)).Hash);
        foreach (var (at, hash) in hashes)
        {
            Assert.Equal(hash, (await CaseExport.WriteAsync(made.Workspace.Case, made.Workspace.Vault, Path.Combine(made.Folder, $"again-{at}.tar"), Ct, at)).Hash);
        }
    }

    [Fact]
    public async Task Looking_at_an_earlier_version_leaves_the_cache_of_the_present_one()
    {
        await using var made = await GrowingCase.GrownAsync();
        (await GrowingCase.ReviewAsync(made, null)).File.Dispose();
        (await GrowingCase.ReviewAsync(made, new CaseVersion(1, 1))).File.Dispose();
        using var file = (await GrowingCase.ReviewAsync(made, null)).File;
        Assert.True(file.IsFromCache);
    }

    [Fact]
    public async Task The_steps_between_two_versions_are_those_the_case_took()
    {
        await using var made = await GrowingCase.GrownAsync();
        Assert.Equal(GrowingCase.Versions, await CaseVersions.BetweenAsync(made.Workspace.Case, new CaseVersion(1, 0), new CaseVersion(2, 3), Ct));
        Assert.Equal([new CaseVersion(2, 2)], await CaseVersions.BetweenAsync(made.Workspace.Case, new CaseVersion(2, 2), new CaseVersion(2, 2), Ct));
    }

    [Theory]
    [InlineData(3, 0, "there is no version 3.0 yet")]
    [InlineData(2, 4, "there is no version 2.4 yet")]
    [InlineData(2, 0, "with 2 loads it went from 2.1 to 2.3")]
    [InlineData(1, 2, "with 1 load it went from 1.0 to 1.1")]
    [InlineData(0, 1, "with 0 loads it went from 0.0 to 0.0")]
    public async Task A_version_the_case_never_had_is_refused_in_a_sentence(long loads, long decisions, string sentence)
    {
        await using var made = await GrowingCase.GrownAsync();
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => GrowingCase.ReviewAsync(made, new CaseVersion(loads, decisions)));
        Assert.Contains(sentence, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_whose_rows_were_expunged_is_refused_and_names_the_order()
    {
        await using var made = await GrowingCase.GrownAsync();
        var document = (await GrowingCase.ReviewAsync(made, null)).File.Held.First(d => d.Name == "postings-levant-harbour.csv");
        await made.Workspace.Case.ExpungeAsync(document.Hash, new CourtOrder("Invented Court, 7, 2024-05-06", "Clerk", Day.Of(2024, 5, 10), "no order"), Ct);
        var refused = await Assert.ThrowsAsync<CaseRefusalException>(() => ExhibitAsync(made, new CaseVersion(2, 2)));
        Assert.Contains($"decision 4 (Clerk, 2024-05-10) expunged document {document.Hash.Short(12)} by order of Invented Court, 7, 2024-05-06", refused.Message, StringComparison.Ordinal);

        // Before that document came, and from the order on, the case can be read.
        Assert.Contains("\"version\": \"1.1\"", (await ExhibitAsync(made, new CaseVersion(1, 1))).Json, StringComparison.Ordinal);
        Assert.Contains("\"version\": \"2.4\"", (await ExhibitAsync(made, new CaseVersion(2, 4))).Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_query_takes_a_version_and_prints_what_it_printed_then()
    {
        string[] queries = ["status", "find Consulting", "show GMB-1/3", "trace --json", "bounds", "paths FLAT", "ownership P-NORVANE", "assess FLAT"];
        await using var made = TemporaryCase.Empty();
        var printed = new Dictionary<string, string>();
        await GrowingCase.GrowAsync(made, async at =>
        {
            foreach (var query in at == new CaseVersion(1, 1) ? queries : [])
            {
                printed[query] = (await CommandLine.RunAsync([.. query.Split(' '), "-w", made.Folder])).Output;
            }
        });
        foreach (var query in queries)
        {
            var again = await CommandLine.RunAsync([.. query.Split(' '), "--at", "1.1", "-w", made.Folder]);
            Assert.Equal((query, 0, "", printed[query]), (query, again.Code, again.Error, again.Output));
        }

        Assert.NotEqual(printed["status"], (await CommandLine.RunAsync("status", "-w", made.Folder)).Output);
        foreach (var (typed, sentence) in new[] { ("9.9", "there is no version 9.9 yet"), ("2.0", "never had version 2.0"), ("soon", "'soon' is no version") })
        {
            var refused = await CommandLine.RunAsync("status", "--at", typed, "-w", made.Folder);
            Assert.Equal((2, ""), (refused.Code, refused.Output));
            Assert.Contains(sentence, refused.Error, StringComparison.Ordinal);
        }
    }

    private static async Task<ExhibitFiles> ExhibitAsync(TemporaryCase made, CaseVersion? at)
    {
        var review = await GrowingCase.ReviewAsync(made, at);
        using var file = review.File;
        return await ExhibitBuilder.BuildAsync(made.Workspace.Case, review, [], "own-first", "test", Ct);
    }
}
