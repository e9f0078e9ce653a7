using System.Text.RegularExpressions;
using FinInvest.Graph.Casework.Export;
using FinInvest.Graph.Casework.Verify;
using FinInvest.Graph.Tests.Casework.Versions;
using FinInvest.Graph.Tests.Worker;
using Xunit;

namespace FinInvest.Graph.Tests.Casework.Verify;

/// <summary>An exhibit is made again and compared; records that were changed are named.</summary>
public sealed class VerifyTests : IAsyncLifetime
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private TemporaryCase made = null!;

    public async ValueTask InitializeAsync() => made = await GrowingCase.GrownAsync();

    public ValueTask DisposeAsync() => made.DisposeAsync();

    [Fact]
    public async Task An_exhibit_of_any_version_is_made_again_and_a_changed_one_is_told_by_its_place()
    {
        foreach (var at in new[] { new CaseVersion(1, 1), new CaseVersion(2, 3) })
        {
            var verdict = await CheckAsync((await ExhibitAsync(at)).Json);
            Assert.True(verdict.IsSame && verdict.Head.IsWhole, verdict.Difference);
        }

        var json = (await ExhibitAsync(new CaseVersion(2, 3))).Json;
        var changed = await CheckAsync(json.Replace("\"balance\": \"14500000.00\"", "\"balance\": \"14500000.01\"", StringComparison.Ordinal));
        Assert.False(changed.IsSame || changed.Head.IsWhole);
        Assert.Matches(@"^in scheduleC, account KZ207010000410200117, rows, cite C-\d+, balance: the exhibit has ""14500000.01"", the case gives ""14500000.00""$", changed.Difference);
        Assert.Contains(changed.Sentences("test"), s => s.StartsWith("The exhibit was changed after it was made", StringComparison.Ordinal));

        // Who also mends the hash is found out by making it again.
        var mended = Resealed(json.Replace("\"by\": \"B. Clerk\"", "\"by\": \"X. Clerk\"", StringComparison.Ordinal));
        var verdict2 = await CheckAsync(mended);
        Assert.True(verdict2.Head.IsWhole);
        Assert.Equal("in method, decisions, number 2, by: the exhibit has \"X. Clerk\", the case gives \"B. Clerk\"", verdict2.Difference);

        var spaced = await CheckAsync(json.Replace("\n  \"cover\"", "\n   \"cover\"", StringComparison.Ordinal));
        Assert.False(spaced.IsSame);
        Assert.Contains("the case has no version", (await CheckAsync(Resealed(json.Replace("\"version\": \"2.3\"", "\"version\": \"2.9\"", StringComparison.Ordinal)))).Difference.Replace("there is", "the case has", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whole_records_are_whole_and_a_changed_or_missing_file_has_its_sentence()
    {
        var whole = await RecordsAsync();
        Assert.Equal((true, new CaseVersion(2, 3), 24L, 3L), (whole.IsWhole, whole.Version, whole.Documents, whole.Decisions));
        var document = (await made.Workspace.Case.FactsAsync(whole.Version, Ct)).Documents.First(d => d.Name == "postings-qoima.csv");
        var file = Path.Combine(made.Folder, "vault", document.Hash.Hex);
        var bytes = await File.ReadAllBytesAsync(file, Ct);
        bytes[^3] ^= 1;
        await File.WriteAllBytesAsync(file, bytes, Ct);
        Assert.Contains("The vault's file of postings-qoima.csv (", Assert.Single((await RecordsAsync()).Faults), StringComparison.Ordinal);
        File.Delete(file);
        Assert.StartsWith("The vault has no file of postings-qoima.csv", Assert.Single((await RecordsAsync()).Faults), StringComparison.Ordinal);
        bytes[^3] ^= 1;
        await File.WriteAllBytesAsync(file, bytes, Ct);
        Assert.True((await RecordsAsync()).IsWhole);
    }

    [Fact]
    public async Task The_command_has_a_code_and_a_sentence_for_each()
    {
        var (exhibit, bundle) = (Path.Combine(made.Folder, "court"), Path.Combine(made.Folder, "case.tar"));
        Assert.Equal(0, (await CommandLine.RunAsync("exhibit", "FLAT", "CAR", "--rule", "lifo", "--at", "2.1", "-o", exhibit, "-w", made.Folder)).Code);
        Assert.Equal(0, (await CommandLine.RunAsync("export", bundle, "-w", made.Folder)).Code);
        var same = await VerifyAsync(exhibit, bundle);
        Assert.Equal((0, ""), (same.Code, same.Error));
        Assert.Contains("of version 2.1 under lifo was made again and is the same, byte for byte.", OneLine(same.Output), StringComparison.Ordinal);
        Assert.Contains("court.html beside it is the same exhibit.", OneLine(same.Output), StringComparison.Ordinal);

        var html = await File.ReadAllTextAsync(exhibit + ".html", Ct);
        await File.WriteAllTextAsync(exhibit + ".html", html.Replace("Flat 87", "Flat 88", StringComparison.Ordinal), Ct);
        var otherHtml = await VerifyAsync(exhibit, bundle);
        Assert.Equal(7, otherHtml.Code);
        Assert.Matches(@"From line \d+ on, court.html beside it is not what this case gives", OneLine(otherHtml.Output));

        var json = await File.ReadAllTextAsync(exhibit + ".json", Ct);
        await File.WriteAllTextAsync(exhibit + ".json", json.Replace("\"tier\": \"T", "\"tier\": \"U", StringComparison.Ordinal), Ct);
        var tampered = await VerifyAsync(exhibit, bundle);
        Assert.Equal(7, tampered.Code);
        Assert.Contains("The exhibit was changed after it was made", OneLine(tampered.Output), StringComparison.Ordinal);
        Assert.Contains("is not what this case gives: in ", OneLine(tampered.Output), StringComparison.Ordinal);

        await File.WriteAllTextAsync(exhibit + ".json", json, Ct);
        var bytes = await File.ReadAllBytesAsync(bundle, Ct);
        bytes[bytes.AsSpan().LastIndexOf("Consulting agreement"u8)] ^= 1;
        await File.WriteAllBytesAsync(bundle, bytes, Ct);
        var damaged = await VerifyAsync(exhibit, bundle);
        Assert.Equal((8, ""), (damaged.Code, damaged.Output));
        Assert.Contains("original is not as it was written", damaged.Error, StringComparison.Ordinal);

        foreach (var (code, arguments) in new[] { (2, new[] { exhibit + ".html" }), (2, ["nothing.json"]), (2, ["--bundle", exhibit + ".json"]), (0, []) })
        {
            Assert.Equal(code, (await CommandLine.RunAsync(["verify", .. arguments, "-w", made.Folder])).Code);
        }
    }

    /// <summary>A table's width breaks sentences.</summary>
    private static string OneLine(string output) => Regex.Replace(output, @"\s+", " ");

    private static Task<CommandLine.Answer> VerifyAsync(string exhibit, string bundle) => CommandLine.RunAsync("verify", exhibit + ".json", "--bundle", bundle);

    private static string Resealed(string json)
    {
        var bare = Regex.Replace(json, "\"contentSha256\": \"[0-9a-f]*\"", "\"contentSha256\": \"\"");
        return bare.Replace("\"contentSha256\": \"\"", $"\"contentSha256\": \"{Sha256.Of(System.Text.Encoding.UTF8.GetBytes(bare)).Hex}\"", StringComparison.Ordinal);
    }

    private Task<ExhibitVerdict> CheckAsync(string json) => new ExhibitCheck(made.Workspace.Case).CheckAsync(json, Ct);

    private Task<RecordVerdict> RecordsAsync() => new RecordCheck(made.Workspace.Case, made.Workspace.Vault).CheckAsync(Ct);

    private async Task<ExhibitFiles> ExhibitAsync(CaseVersion at)
    {
        var review = await GrowingCase.ReviewAsync(made, at);
        using var file = review.File;
        return await ExhibitBuilder.BuildAsync(made.Workspace.Case, review, [], "own-first", "test", Ct);
    }
}
