using System.Text.Json;
using FinInvest.Graph.Casework;
using FinInvest.Graph.Casework.Compare;
using FinInvest.Graph.Store;
using FinInvest.Graph.Tests.Worker;
using Xunit;

namespace FinInvest.Graph.Tests.Casework.Versions;

/// <summary>What changed between two versions, and after which load or decision.</summary>
public sealed class CaseComparisonTests : IAsyncLifetime
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private TemporaryCase made = null!;

    public async ValueTask InitializeAsync() => made = await GrowingCase.GrownAsync();

    public ValueTask DisposeAsync() => made.DisposeAsync();

    [Fact]
    public async Task Documents_decisions_rows_and_coverage_are_told_with_their_cause()
    {
        var d = await CompareAsync(new CaseVersion(1, 0), new CaseVersion(2, 2));
        Assert.Equal((3, 3, false), (d.StepsTotal, d.StepsEvaluated, d.IsBackward));
        Assert.Equal(["postings-levant-harbour.csv", "statements-levant-harbour.csv"], d.Documents.Select(x => x.Name).Order(StringComparer.Ordinal));
        Assert.All(d.Documents, x => Assert.Equal(2, x.Load));
        Assert.Equal("CY", d.Documents.First(x => x.Name.StartsWith("postings", StringComparison.Ordinal)).Partner);
        Assert.Equal([(1L, "A. Judge", "the judgment is under appeal"), (2L, "B. Clerk", "the request went beyond the treaty")], d.Decisions.Select(x => (x.Number, x.By, x.Reason)));

        var came = d.Rows.First(r => r.Name == "postings-levant-harbour.csv");
        Assert.Equal((3L, 0L, "load 2"), (came.In, came.Out, string.Join(", ", came.Because)));
        Assert.Equal(["LHB-1/1", "LHB-1/2", "LHB-1/3"], came.Listed.Select(r => r.Alias));
        var went = d.Rows.First(r => r.Name == "postings-gulf-meridian.csv");
        Assert.Equal((0L, 5L, "decision 2"), (went.In, went.Out, string.Join(", ", went.Because)));
        Assert.Equal(2, d.Rows.Count);
        Assert.Equal([("AE300440001234509871233", "external", "decision 2"), ("CY55007000800000001200527600", "reconciled 2023-06-01..2023-07-31", "load 2")],
            d.Accounts.Select(a => (a.Account, a.After, string.Join(", ", a.Because))));
    }

    [Fact]
    public async Task Each_figure_names_the_step_after_which_it_changed_and_what_it_was_between()
    {
        var d = await CompareAsync(new CaseVersion(1, 0), new CaseVersion(2, 2));
        var tier = d.Assets.First(f => f is { Target: "FLAT#0", Code: "tier" });
        Assert.Equal(("T4", "T1", "decision 1"), (tier.Before, tier.After, Told(tier)));
        Assert.DoesNotContain(d.Assets, f => f.Target == "FLAT#0" && f.Code.StartsWith("traced:", StringComparison.Ordinal));
        var villa = d.Assets.First(f => f is { Target: "VILLA#0", Code: "traced:own-first" });
        Assert.Equal(("", "0.00 (0.0 %)", "load 2 | decision 2"), (villa.Before, villa.After, Told(villa)));

        // The story of the sample case: at least 292,500 of 403,000 dollars.
        Assert.Equal("292 500.00", d.Assets.First(f => f is { Target: "VILLA#0", Code: "lower" }).Steps[0].After);
        Assert.Equal(new CaseVersion(2, 1), villa.Steps[0].To);
        Assert.Equal(d.Assets.Where(f => f.Target == "FLAT#0").Select(f => f.Code), (await CompareAsync(new CaseVersion(1, 0), new CaseVersion(2, 2), "FLAT")).Assets.Select(f => f.Code));
    }

    [Fact]
    public async Task What_was_changed_and_changed_back_is_no_difference_between_the_ends()
    {
        var d = await CompareAsync(new CaseVersion(2, 1), new CaseVersion(2, 3));
        Assert.Empty(d.Assets);
        Assert.Empty(d.Rows);
        Assert.Empty(d.Accounts);
        Assert.Equal(2, d.Decisions.Count);
    }

    [Fact]
    public async Task Backward_tells_the_same_changes_the_other_way()
    {
        var forward = await CompareAsync(new CaseVersion(1, 0), new CaseVersion(2, 2));
        var back = await CompareAsync(new CaseVersion(2, 2), new CaseVersion(1, 0));
        Assert.True(back.IsBackward);
        Assert.Equal(forward.Decisions.Reverse(), back.Decisions);
        Assert.Equal(forward.Documents.Reverse(), back.Documents);
        Assert.Equal(forward.Rows.Select(r => (r.Name, r.Out, r.In)), back.Rows.Select(r => (r.Name, r.In, r.Out)));
        Assert.Equal(Sorted(forward.Assets.Select(f => $"{f.Target} {f.Code}: {f.After} <- {f.Before} {string.Join(" | ", f.Steps.Reverse().Select(s => string.Join(", ", s.Because)))}")),
            Sorted(back.Assets.Select(f => $"{f.Target} {f.Code}: {f.Before} <- {f.After} {Told(f)}")));
    }

    [Fact]
    public async Task Where_fewer_steps_are_allowed_a_change_is_attributed_to_all_between()
    {
        var d = await CompareAsync(new CaseVersion(1, 0), new CaseVersion(2, 2), stepsMax: 1);
        Assert.Equal((3, 1), (d.StepsTotal, d.StepsEvaluated));
        Assert.Equal("load 2, decision 1, decision 2", Told(d.Assets.First(f => f is { Target: "FLAT#0", Code: "tier" })));
    }

    [Fact]
    public async Task A_document_that_came_and_was_expunged_between_is_told_by_its_hash_and_its_versions_are_left_out()
    {
        var hash = (await GrowingCase.ReviewAsync(made, null)).File.Held.First(d => d.Name == "postings-levant-harbour.csv").Hash;
        await made.Workspace.Case.ExpungeAsync(hash, new CourtOrder("Invented Court, 7", "Clerk", Day.Of(2024, 5, 10), "no order"), Ct);
        var d = await CompareAsync(new CaseVersion(1, 0), new CaseVersion(2, 4));
        Assert.Contains(d.Documents, x => x.IsExpunged && x.Document == hash && x.Name.Length == 0);
        Assert.Equal((5, 2), (d.StepsTotal, d.StepsEvaluated));
        await Assert.ThrowsAsync<CaseRefusalException>(() => CompareAsync(new CaseVersion(1, 0), new CaseVersion(2, 2)));
    }

    [Fact]
    public async Task The_command_ends_with_0_for_changes_and_4_for_none()
    {
        var changed = await CommandLine.RunAsync("diff", "1.0", "2.2", "-w", made.Folder);
        Assert.Equal((0, ""), (changed.Code, changed.Error));
        Assert.Contains(changed.Lines, l => l.Contains("tier", StringComparison.Ordinal) && l.Contains("T4", StringComparison.Ordinal) && l.Contains("decision 1", StringComparison.Ordinal));
        Assert.Contains("load 2: 292 500.00; decision 2", changed.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.DoesNotContain(changed.Lines, l => l.Length > 80);

        var json = await CommandLine.RunAsync("diff", "2.2", "1.0", "--asset", "FLAT", "--json", "-w", made.Folder);
        Assert.Equal(0, json.Code);
        Assert.StartsWith("{\n  \"schema\": \"fininvest.diff/1\",\n  \"version\": \"1.0\",", json.Output, StringComparison.Ordinal);
        using var root = JsonDocument.Parse(json.Output);
        var tier = root.RootElement.GetProperty("assets")[0].GetProperty("changes").EnumerateArray().First(c => c.GetProperty("figure").GetString() == "tier");
        Assert.Equal(("T1", "T4", "decision 1"), (tier.GetProperty("before").GetString(), tier.GetProperty("after").GetString(), tier.GetProperty("steps")[0].GetProperty("because")[0].GetString()));

        foreach (var (code, arguments) in new[] { (4, new[] { "2.2", "2.2" }), (4, ["2.1", "2.3", "--asset", "FLAT"]), (4, ["1.0", "2.2", "--asset", "HOUSE"]), (2, ["2.0", "2.2"]), (2, ["soon", "2.2"]), (2, ["1.0", "9.0"]), (2, ["1.0", "--steps", "0"]) })
        {
            var refused = await CommandLine.RunAsync(["diff", .. arguments, "-w", made.Folder]);
            Assert.Equal((string.Join(' ', arguments), code, ""), (string.Join(' ', arguments), refused.Code, refused.Output));
            Assert.NotEmpty(refused.Error);
        }
    }

    private Task<CaseDifference> CompareAsync(CaseVersion from, CaseVersion to, string? asset = null, int stepsMax = CaseComparison.StepsMax) =>
        new CaseComparison(made.Workspace.Case, made.Workspace.Cache).CompareAsync(from, to, asset, null, stepsMax, Ct);

    private static string Told(FigureChange f) => string.Join(" | ", f.Steps.Select(s => string.Join(", ", s.Because)));

    private static IEnumerable<string> Sorted(IEnumerable<string> lines) => lines.Order(StringComparer.Ordinal);
}
