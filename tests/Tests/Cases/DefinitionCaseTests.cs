using Xunit;

namespace FinInvest.Graph.Tests.Cases;

public class DefinitionCaseTests
{
    [Fact]
    public void Every_case_reads_into_facts_and_pages()
    {
        foreach (var c in DefinitionCase.All())
        {
            Compare(c);
        }
    }

    internal static void Compare(DefinitionCase c)
    {
        Assert.Equal(c.Case.GetProperty("statements").EnumerateArray().Sum(s => s.GetProperty("rows").GetArrayLength()), c.Pages.Sum(p => p.Count));
        var episodes = c.Case.GetProperty("episodes").EnumerateArray().ToDictionary(e => e.GetProperty("id").GetString()!, e => $"{e.GetProperty("act")} {e.GetProperty("victim")}", StringComparer.Ordinal);
        Assert.Equal(episodes.Keys, c.Facts.All<Episode>().OrderBy(e => e.Day).Select(e => e.Id));
        Assert.All(c.Case.GetProperty("proceeds").EnumerateArray(), p => Assert.Equal(episodes[p.GetProperty("episode").GetString()!], $"{p.GetProperty("act")} {p.GetProperty("victim")}"));
    }
}
