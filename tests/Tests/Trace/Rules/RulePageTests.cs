using FinInvest.Graph.Tests.House;
using FinInvest.Graph.Trace.Rules;
using Xunit;

namespace FinInvest.Graph.Tests.Trace.Rules;

/// <summary>Every rule has a page whose worked ledger is run as written.</summary>
public class RulePageTests
{
    public static TheoryData<string> Ids => [.. RuleCatalogue.All.Select(r => r.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_worked_ledger_of_the_page_comes_out_as_written(string id)
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "rules", id + ".md"));
        var ledger = Block(page, "ledger");
        var expected = Block(page, "result").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var accounts = expected.Where(l => l.StartsWith("balance ", StringComparison.Ordinal)).Select(l => l.Split(' ', ':')[1]).ToArray();
        var result = Worked.Run(ledger, id, accounts);
        Assert.NotEmpty(expected);
        Assert.Equal(expected, expected.Select(l => l.Split(':')[0]).Select(t => $"{t}: {result.Paid(t.Replace("balance ", "balance:", StringComparison.Ordinal))}"));
        Assert.Contains(RuleCatalogue.Find(id).Definition, page, StringComparison.Ordinal);
    }

    private static string Block(string page, string name)
    {
        var start = page.IndexOf($"```{name}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"The page has no block \"{name}\".");
        start += name.Length + 4;
        return page[start..page.IndexOf("```", start, StringComparison.Ordinal)];
    }
}
