using FinInvest.Graph.Casework;
using FinInvest.Graph.Casework.ReviewScores;
using FinInvest.Graph.Tests.Worker;
using Xunit;

namespace FinInvest.Graph.Tests.Casework.Caching;

/// <summary>A case opened from its cache is the case, and a cache that is gone, damaged or another's costs time and nothing else.</summary>
public sealed class CachedCaseTests
{
    [Fact]
    public async Task The_second_opening_comes_from_the_cache_and_is_the_same()
    {
        await using var made = await TemporaryCase.OfAsync(CommandLine.SampleInput);
        using var first = await OpenAsync(made);
        using var second = await OpenAsync(made);
        using var without = await CaseFile.OpenAsync(made.Workspace.Case, default);
        Assert.Equal((false, true, false), (first.IsFromCache, second.IsFromCache, without.IsFromCache));
        Assert.Equal(Text(without), Text(first));
        Assert.Equal(Text(without), Text(second));
    }

    [Fact]
    public async Task A_load_and_a_decision_make_a_new_entry_and_the_old_one_goes()
    {
        await using var made = await TemporaryCase.OfAsync(CommandLine.SampleInput);
        using var first = await OpenAsync(made);
        var at = await made.Workspace.Case.VersionAsync(default);
        var document = first.Facts.Documents.First(d => d.Name.Contains("statement", StringComparison.Ordinal)).Name;
        await made.Workspace.Case.DecideAsync([new Decision(0, DecisionKinds.Exclude, document, "", "A. Person", new Day(20_000), "withdrawn")], at, default);
        using var second = await OpenAsync(made);
        Assert.False(second.IsFromCache);
        Assert.Equal($"{at.Loads}.1", Assert.Single(Files(made)).Split('-')[0]);
        using var third = await OpenAsync(made);
        Assert.Equal(Text(second), Text(third));
        Assert.NotEqual(first.Reconciliation.Ledger.Count, third.Reconciliation.Ledger.Count);
        Assert.Contains(third.Held, d => d.Name == document);
        Assert.DoesNotContain(third.Facts.Documents, d => d.Name == document);
    }

    [Fact]
    public async Task The_entry_of_another_case_at_the_same_version_is_not_taken()
    {
        await using var one = await TemporaryCase.OfAsync(CommandLine.SampleInput);
        await using var other = await TemporaryCase.OfAsync(Directory.GetFiles(CommandLine.SampleInput)[..3]);
        using var opened = await OpenAsync(one);
        Directory.CreateDirectory(Path.Combine(other.Folder, "cache"));
        File.Copy(Path.Combine(one.Folder, "cache", Files(one).Single()), Path.Combine(other.Folder, "cache", Files(one).Single()));
        using var file = await OpenAsync(other);
        Assert.Equal(opened.Version, file.Version);
        Assert.False(file.IsFromCache);
    }

    [Fact]
    public async Task A_damaged_entry_is_made_again()
    {
        await using var made = await TemporaryCase.OfAsync(CommandLine.SampleInput);
        using var whole = await OpenAsync(made);
        var path = Path.Combine(made.Folder, "cache", Files(made).Single());
        var bytes = await File.ReadAllBytesAsync(path);
        for (var part = 0; part < 8; part++)
        {
            var damaged = bytes.ToArray();
            damaged[(bytes.Length - 1) * part / 7] ^= 1;
            await File.WriteAllBytesAsync(path, part % 2 == 0 ? damaged : bytes[..(bytes.Length * part / 8)]);
            using var again = await OpenAsync(made);
            Assert.False(again.IsFromCache);
            Assert.Equal(bytes, await File.ReadAllBytesAsync(path));
            using var last = await OpenAsync(made);
            Assert.True(last.IsFromCache);
            Assert.Equal(Text(whole), Text(last));
        }
    }

    [Fact]
    public async Task A_cache_that_cannot_be_kept_stops_nothing()
    {
        await using var made = await TemporaryCase.OfAsync(CommandLine.SampleInput);
        await File.WriteAllTextAsync(Path.Combine(made.Folder, "cache"), "a file where the folder should be");
        using var file = await OpenAsync(made);
        using var again = await OpenAsync(made);
        Assert.Equal((false, false), (file.IsFromCache, again.IsFromCache));
        Assert.NotEmpty(new CaseReview(file).Targets([]));
    }

    [Fact]
    public async Task An_entry_deleted_while_it_is_open_is_read_to_the_end()
    {
        await using var made = await TemporaryCase.OfAsync(CommandLine.SampleInput);
        using var first = await OpenAsync(made);
        using var open = await OpenAsync(made);
        made.Workspace.Cache.Clear();
        Assert.Equal(Text(first), Text(open));
    }

    private static Task<CaseFile> OpenAsync(TemporaryCase made) => CaseFile.OpenAsync(made.Workspace.Case, default, made.Workspace.Cache);

    private static string Text(CaseFile file) => ObjectText.Of(new { file.Version, file.RejectCount, file.Held, file.Reconciliation, Ungraded = file.Ungraded() });

    private static string[] Files(TemporaryCase made) => [.. Directory.GetFiles(Path.Combine(made.Folder, "cache")).Select(f => Path.GetFileName(f))];
}
