using FinInvest.Graph.Casework;
using FinInvest.Graph.Casework.Decide;
using FinInvest.Graph.Casework.Export;
using FinInvest.Graph.Casework.Sign;
using FinInvest.Graph.Tests.Casework.Versions;
using FinInvest.Graph.Tests.Worker;
using Xunit;

namespace FinInvest.Graph.Tests.Casework.Sign;

/// <summary>A second person signs an exhibit off; the signature covers that exhibit and no other print.</summary>
public sealed class SignOffTests : IAsyncLifetime
{
    private const string Comment = "rows read against the statements";
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private static readonly Day SignedOn = Day.Of(2024, 5, 12);
    private TemporaryCase made = null!;

    public async ValueTask InitializeAsync() => made = await GrowingCase.GrownAsync();

    public ValueTask DisposeAsync() => made.DisposeAsync();

    [Fact]
    public async Task A_signature_leaves_the_exhibit_as_it_is_and_is_never_carried_over_to_a_later_print()
    {
        var exhibit = await ExhibitAsync(null);
        var (version, signed) = await SignAsync(exhibit.Json, "C. Prosecutor");
        Assert.Equal((new CaseVersion(2, 4), 4L, new CaseVersion(2, 3)), (version, signed.Number, signed.Version));
        Assert.Contains($"\"contentSha256\": \"{signed.Exhibit.Hex}\"", exhibit.Json, StringComparison.Ordinal);
        Assert.Equal(("own-first", "statement", "KZ-CC48"), (signed.Rule, signed.OrderMode, signed.Profile[..7]));
        Assert.Equal(["FLAT#0", "CAR#0", "VILLA#0"], signed.Targets.OrderByDescending(t => t[0] == 'F').ThenBy(t => t));
        Assert.Equal(exhibit, await ExhibitAsync(new CaseVersion(2, 3)));

        var later = await ExhibitAsync(null);
        foreach (var text in new[] { later.Json, later.Html })
        {
            Assert.Contains($"C. Prosecutor, prosecutor, signed off exhibit {signed.Exhibit.Short(12)}", text, StringComparison.Ordinal);
            Assert.Contains("at version 2.3 on 2024-05-12: " + Comment, text, StringComparison.Ordinal);
            Assert.Contains("Nothing but sign-offs has come in since. This print is not signed.", text, StringComparison.Ordinal);
        }

        Assert.NotEqual(exhibit.Json, later.Json);
        await new DecisionDesk(made.Workspace.Case).DecideAsync(GrowingCase.Excluded, Ct);
        Assert.Contains("The case has changed since (loads: 0, decisions: 1). This print is not signed.", (await ExhibitAsync(null)).Html, StringComparison.Ordinal);
        Assert.Contains("\"signOffs\": []", exhibit.Json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("financial investigation unit group 3", "prepared this exhibit")]
    [InlineData("A.JUDGE", "took decision 1 (relied)")]
    [InlineData("B. Clerk", "took decision 2 (exclude)")]
    public async Task Whoever_made_the_exhibit_or_a_decision_it_rests_on_is_no_second_person(string by, string sentence)
    {
        var refused = await Assert.ThrowsAsync<CaseRefusalException>(async () => await SignAsync((await ExhibitAsync(null)).Json, by));
        Assert.Contains(sentence, refused.Message, StringComparison.Ordinal);
        Assert.Equal(new CaseVersion(2, 3), await made.Workspace.Case.VersionAsync(Ct));
    }

    [Fact]
    public async Task Who_decided_only_after_the_version_may_sign_it_and_nobody_signs_twice()
    {
        var early = await ExhibitAsync(new CaseVersion(1, 1));
        Assert.Equal("B. Clerk", (await SignAsync(early.Json, "B. Clerk")).Signed.By);
        Assert.Contains("has signed this exhibit off already: decision 4", (await Assert.ThrowsAsync<CaseRefusalException>(() => SignAsync(early.Json, "b clerk"))).Message, StringComparison.Ordinal);
        Assert.Equal(5, (await SignAsync(early.Json, "D. Supervisor")).Signed.Number);
    }

    [Fact]
    public async Task What_this_case_does_not_give_is_not_signed()
    {
        var exhibit = await ExhibitAsync(null);
        var refused = await Assert.ThrowsAsync<CaseRefusalException>(() => SignAsync(exhibit.Json.Replace("16310000.00", "36310000.00", StringComparison.Ordinal), "C. Prosecutor"));
        Assert.Contains("Nothing was signed", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() => SignAsync("{}", "C. Prosecutor"));
        await Assert.ThrowsAsync<CaseQuestionException>(() => SignAsync(exhibit.Json, " . "));
    }

    [Fact]
    public void A_sign_off_comes_back_from_its_decision_whatever_its_words()
    {
        var signed = new SignOff(3, Sha256.Of("x"u8), new CaseVersion(4, 2), "own-first", "statement", "KZ-CC48 version 1", "S; 2, 50 %2C", "FinInvest.Graph 1", ["A, B#0", "balance:KZ 1; 2"], "N.", "head; of, unit 3 %", SignedOn, "a; b");
        var back = Assert.Single(SignOff.Among([signed.ToDecision(), GrowingCase.Excluded]));
        Assert.Equal(signed with { Targets = [] }, back with { Targets = [] });
        Assert.Equal(signed.Targets, back.Targets);
    }

    [Fact]
    public async Task The_command_signs_a_file_and_status_and_verify_tell_of_it()
    {
        var path = Path.Combine(made.Folder, "exhibit");
        Assert.Equal(0, (await CommandLine.RunAsync("exhibit", "--rule", "own-first", "-o", path, "-w", made.Folder)).Code);
        var own = await CommandLine.RunAsync("sign", path + ".json", "--by", "A. Judge", "--comment", Comment, "-w", made.Folder);
        Assert.Equal((6, ""), (own.Code, own.Output));
        Assert.Contains("a second person signs it off", own.Error, StringComparison.Ordinal);
        var signed = await CommandLine.RunAsync("sign", path + ".json", "--by", "C. Prosecutor", "--role", "prosecutor", "--comment", Comment, "--on", "2024-05-12", "-w", made.Folder);
        Assert.Equal((0, ""), (signed.Code, signed.Error));
        Assert.Contains("Decision 4: C. Prosecutor, prosecutor, signed off exhibit", signed.Output, StringComparison.Ordinal);
        Assert.Contains("signed off: Decision 4: C. Prosecutor", (await CommandLine.RunAsync("status", "-w", made.Folder)).Output, StringComparison.Ordinal);
        var verified = await CommandLine.RunAsync("verify", path + ".json", "-w", made.Folder);
        Assert.Equal((0, ""), (verified.Code, verified.Error));
        Assert.Contains("Signed off by C. Prosecutor, prosecutor, on 2024-05-12 (decision 4)", verified.Output, StringComparison.Ordinal);
        var json = await File.ReadAllTextAsync(path + ".json", Ct);
        await File.WriteAllTextAsync(path + ".json", json.Replace("16310000.00", "36310000.00", StringComparison.Ordinal), Ct);
        var changed = await CommandLine.RunAsync("verify", path + ".json", "-w", made.Folder);
        Assert.Equal(7, changed.Code);
        Assert.DoesNotContain("Signed off by", changed.Output, StringComparison.Ordinal);
        Assert.Contains("Decision 4 (C. Prosecutor) signed off the exhibit", changed.Output, StringComparison.Ordinal);
        Assert.Equal(2, (await CommandLine.RunAsync("sign", path + ".html", "--by", "X", "--comment", "y", "-w", made.Folder)).Code);
    }

    private Task<(CaseVersion Version, SignOff Signed)> SignAsync(string json, string by) => new SignOffDesk(made.Workspace.Case).SignAsync(json, by, "prosecutor", Comment, SignedOn, Ct);

    private async Task<ExhibitFiles> ExhibitAsync(CaseVersion? at)
    {
        var review = await GrowingCase.ReviewAsync(made, at);
        using var file = review.File;
        return await ExhibitBuilder.BuildAsync(made.Workspace.Case, review, [], "own-first", "test", Ct);
    }
}
