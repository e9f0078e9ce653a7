using System.Globalization;
using System.Text.Json;
using FinInvest.Graph.Tests.Worker;
using Xunit;

namespace FinInvest.Graph.Tests.Casework;

/// <summary>Cases of an independent implementation, loaded from files by the command line; its JSON must give the expected numbers.</summary>
public class DefinitionFolderTests
{
    [Theory]
    [InlineData("L1-01")]
    [InlineData("L2-04")]
    [InlineData("L3-02")]
    [InlineData("L3-04")]
    [InlineData("L4-00")]
    [InlineData("L4-06")]
    public async Task A_case_loaded_from_files_gives_the_expected_numbers(string name)
    {
        var source = Path.Combine(PublicData.Require("domain/cases"), name + ".json");
        var root = Directory.CreateTempSubdirectory("fininvest-case-").FullName;
        try
        {
            var (input, work) = (Directory.CreateDirectory(Path.Combine(root, "input")).FullName, Path.Combine(root, "work"));
            using var whole = JsonDocument.Parse(await File.ReadAllTextAsync(source, TestContext.Current.CancellationToken));
            DefinitionFolder.Write(whole.RootElement.GetProperty("case"), input);
            var load = await CommandLine.RunAsync("load", input, "-w", work);
            Assert.Equal((0, ""), (load.Code, load.Error));
            var expected = whole.RootElement.GetProperty("expected");
            Assert.Equal(Rules(expected), Traced(await JsonAsync("trace", work)));
            Assert.Equal(Bounds(expected), Found(await JsonAsync("bounds", work)));
            Assert.Equal(expected.GetProperty("bounds").EnumerateObject().Count(b => b.Name != "SET"), (await JsonAsync("assess", work)).GetProperty("results").GetArrayLength());
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static async Task<JsonElement> JsonAsync(string command, string work)
    {
        var answer = await CommandLine.RunAsync(command, "--json", "-w", work);
        Assert.Equal((0, ""), (answer.Code, answer.Error));
        return JsonDocument.Parse(answer.Output).RootElement;
    }

    private static List<string> Rules(JsonElement expected) => Sorted(
        from rule in (string[])["fifo", "lifo", "rolling", "own_first", "proceeds_first"]
        from asset in expected.GetProperty("rules").GetProperty(rule).GetProperty("assets").EnumerateObject()
        select string.Create(CultureInfo.InvariantCulture, $"{rule.Replace('_', '-')} {asset.Name} {asset.Value.GetProperty("tau").GetInt64()}"));

    private static List<string> Traced(JsonElement json) => Sorted(
        from result in json.GetProperty("results").EnumerateArray()
        from target in result.GetProperty("targets").EnumerateArray()
        select $"{result.GetProperty("rule").GetString()} {target.GetProperty("target").GetString()} {target.GetProperty("traced").GetString()}");

    private static List<string> Bounds(JsonElement expected) => Sorted(
        from b in expected.GetProperty("bounds").EnumerateObject()
        where b.Name != "SET"
        select string.Create(CultureInfo.InvariantCulture, $"{b.Name} {b.Value.GetProperty("L").GetInt64()} {b.Value.GetProperty("U_rec").GetInt64()} {b.Value.GetProperty("U_out").GetInt64()} {b.Value.GetProperty("floor").GetInt64()}"));

    private static List<string> Found(JsonElement json) => Sorted(
        from b in json.GetProperty("results").EnumerateArray()
        let target = b.GetProperty("target").GetString()!
        where !target.StartsWith("set", StringComparison.OrdinalIgnoreCase) && !target.Contains('+', StringComparison.Ordinal)
        select $"{target} {b.GetProperty("lower").GetString()} {b.GetProperty("upperRecorded").GetString()} {b.GetProperty("upperOut").GetString()} {b.GetProperty("floor").GetString()}");

    private static List<string> Sorted(IEnumerable<string> lines) => [.. lines.Order(StringComparer.Ordinal)];
}
