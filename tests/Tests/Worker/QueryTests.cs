using System.Text.Json;
using Xunit;

namespace FinInvest.Graph.Tests.Worker;

/// <summary>What every query owes: JSON with its schema, tables of eighty columns, an example in its help.</summary>
public sealed class QueryTests(SampleWorkspace sample) : IClassFixture<SampleWorkspace>
{
    private const int Columns = 80;

    public static TheoryData<string, string> Queries => new()
    {
        { "status", "status" }, { "find", "find Aqsu" }, { "show", "show CY55007000800000001200527600" }, { "trace", "trace" }, { "bounds", "bounds" },
        { "paths", "paths FLAT" }, { "ownership", "ownership P-NORVANE" }, { "assess", "assess" },
    };

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task Every_query_answers_in_json_that_begins_with_its_schema(string name, string query)
    {
        var answer = await CommandLine.RunAsync([.. query.Split(' '), "--json", "-w", sample.Folder]);
        Assert.Equal((0, ""), (answer.Code, answer.Error));
        using var json = JsonDocument.Parse(answer.Output);
        var first = json.RootElement.EnumerateObject().First();
        Assert.Equal(("schema", $"fininvest.{name}/1"), (first.Name, first.Value.GetString()));
    }

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task No_line_of_a_table_is_longer_than_eighty_columns(string name, string query)
    {
        var answer = await CommandLine.RunAsync([.. query.Split(' '), "-w", sample.Folder]);
        Assert.Equal((name, 0, ""), (name, answer.Code, answer.Error));
        Assert.DoesNotContain(answer.Lines, l => l.Length > Columns);
    }

    [Fact]
    public async Task The_version_says_which_transports_were_built_in()
    {
        var answer = await CommandLine.RunAsync("--version");
        Assert.Equal((0, ""), (answer.Code, answer.Error));
        Assert.StartsWith("FinInvest.Graph ", answer.Lines.First(), StringComparison.Ordinal);
        Assert.Contains("http, https", answer.Lines.ElementAt(1), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("status --documents")]
    [InlineData("assess FLAT --details")]
    [InlineData("trace FLAT --rule own-first")]
    [InlineData("ownership P-NORVANE --history")]
    [InlineData("ownership P-SUBJECT --affiliates")]
    [InlineData("ownership FLAT --threshold 25")]
    [InlineData("show DALA-1/3")]
    [InlineData("show IT-1")]
    [InlineData("show dala-statement.csv")]
    public async Task Longer_answers_fit_eighty_columns_too(string query)
    {
        var answer = await CommandLine.RunAsync([.. query.Split(' '), "-w", sample.Folder]);
        Assert.Equal(0, answer.Code);
        Assert.DoesNotContain(answer.Lines, l => l.Length > Columns);
    }

    [Theory]
    [InlineData("demo")]
    [InlineData("template")]
    [InlineData("map")]
    [InlineData("load")]
    [InlineData("status")]
    [InlineData("find")]
    [InlineData("show")]
    [InlineData("decide")]
    [InlineData("exclude")]
    [InlineData("trace")]
    [InlineData("bounds")]
    [InlineData("paths")]
    [InlineData("ownership")]
    [InlineData("assess")]
    [InlineData("exhibit")]
    [InlineData("diff")]
    [InlineData("sign")]
    [InlineData("verify")]
    public async Task Every_command_shows_an_example_in_its_help(string command)
    {
        var answer = await CommandLine.RunAsync(command, "--help");
        Assert.Equal(0, answer.Code);
        Assert.Contains($"fininvest {command}", answer.Output.Split("Example", 2)[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_methods_beside_the_rules_can_be_told_pool_period_threshold_and_day()
    {
        var answer = await CommandLine.RunAsync("trace", "FLAT", "--all", "--pool", "KZ05812KZT2000771930", "--period", "2023-01-01..2023-03-31", "--poison-threshold", "5", "--action-day", "2023-07-01", "--json", "-w", sample.Folder);
        Assert.Equal((0, ""), (answer.Code, answer.Error));
        using var json = JsonDocument.Parse(answer.Output);
        var figures = json.RootElement.GetProperty("notConserving").EnumerateArray().ToList();
        Assert.Contains(figures, f => f.GetProperty("rule").GetString() == "s984" && f.GetProperty("subject").GetString() == "balance:KZ05812KZT2000771930" && f.GetProperty("reason").GetString()!.Contains("2023-07-01", StringComparison.Ordinal));
        Assert.Contains(figures, f => f.GetProperty("rule").GetString() == "pari-passu" && f.GetProperty("currency").GetString() == "KZT");
    }

    [Theory]
    [InlineData(4, "trace", "NOTHING")]
    [InlineData(4, "show", "NOTHING")]
    [InlineData(4, "find", "nobody-at-all")]
    [InlineData(4, "trace", "--rule", "no-such-rule")]
    [InlineData(2, "trace", "--no-such-option")]
    [InlineData(2, "exhibit")]
    [InlineData(4, "ownership", "NOTHING")]
    [InlineData(2, "ownership", "FLAT", "--threshold", "101")]
    [InlineData(2, "ownership", "FLAT", "--at", "someday")]
    [InlineData(2, "ownership", "FLAT", "--history", "--affiliates")]
    [InlineData(2, "trace", "--action-day", "2024-03-01")]
    [InlineData(2, "trace", "--all", "--action-day", "soon")]
    [InlineData(2, "trace", "--all", "--poison-threshold", "150")]
    [InlineData(2, "trace", "--all", "--period", "2024-03-01..2024-01-01")]
    [InlineData(4, "trace", "--all", "--pool", "NOBODY")]
    public async Task What_cannot_be_answered_says_so_on_standard_error(int code, params string[] arguments)
    {
        var answer = await CommandLine.RunAsync([.. arguments, "-w", sample.Folder]);
        Assert.Equal((code, ""), (answer.Code, answer.Output));
        Assert.NotEmpty(answer.Error);
        Assert.DoesNotContain("   at ", answer.Error, StringComparison.Ordinal);
    }
}
