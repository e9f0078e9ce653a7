using Xunit;

namespace FinInvest.Graph.Tests.Cases;

public class DefinitionCaseTests
{
    [Fact]
    public void Every_case_reads_into_facts_and_pages()
    {
        foreach (var c in DefinitionCase.All())
        {
            Assert.Equal(c.Case.GetProperty("statements").EnumerateArray().Sum(s => s.GetProperty("rows").GetArrayLength()), c.Pages.Sum(p => p.Count));
            Assert.Equal(c.Case.GetProperty("episodes").EnumerateArray().Select(e => e.GetProperty("id").GetString()),
                c.Facts.All<Episode>().OrderBy(e => e.Day).Select(e => e.Id));
        }
    }
}
