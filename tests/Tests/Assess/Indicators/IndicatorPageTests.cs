using System.Text.RegularExpressions;
using FinInvest.Graph.Assess.Indicators;
using FinInvest.Graph.Tests.House;
using Xunit;

namespace FinInvest.Graph.Tests.Assess.Indicators;

/// <summary>Every indicator has its page in docs/indicators, and the page's worked example is run.</summary>
public class IndicatorPageTests
{
    public static TheoryData<string> Codes => [.. IndicatorCatalogue.All.Select(i => i.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_worked_example_of_a_page_gives_the_number_it_states(string code)
    {
        var page = Repository.Text($"docs/indicators/{code}.md");
        var assessment = WorkedAssessment.Assess(Fence(page, "case"));
        var value = assessment.Indicators.Single(i => i.Code == code);
        Assert.Equal(Fence(page, "result").Trim(), $"{code} = {value.Text}");
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_page_states_question_legal_reason_formula_and_attack(string code)
    {
        var page = Repository.Text($"docs/indicators/{code}.md");
        Assert.StartsWith($"# {code} {IndicatorCatalogue.All.Single(i => i.Code == code).Name}\n", page);
        Assert.All(new[] { "**Question.**", "**Legal reason.**", "**Formula.**", "**What the defence will say.**" }, part => Assert.Contains(part, page));
    }

    [Fact]
    public void There_is_no_page_without_an_indicator()
    {
        var pages = Directory.GetFiles(Path.Combine(Repository.Root, "docs", "indicators"), "*.md").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal);
        Assert.Equal(IndicatorCatalogue.All.Select(i => i.Code).Order(StringComparer.Ordinal), pages);
    }

    private static string Fence(string page, string name) => Regex.Match(page, $"```{name}\\n(.*?)\\n```", RegexOptions.Singleline).Groups[1].Value;
}
