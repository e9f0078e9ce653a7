using System.Globalization;
using FinInvest.Graph.Model.Entities;
using FinInvest.Graph.Model.Ledgers;
using FinInvest.Graph.Model.Provenance;
using FinInvest.Graph.Model.Values;
using FinInvest.Graph.Tests.House;
using FinInvest.Graph.Tests.Ledgers;
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
        var page = Repository.Text($"docs/rules/{id}.md");
        var ledger = Block(page, "ledger");
        var expected = Block(page, "result").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var accounts = expected.Where(l => l.StartsWith("balance ", StringComparison.Ordinal)).Select(l => l.Split(' ', ':')[1]).ToArray();
        var result = Worked.Run(ledger, id, accounts);
        Assert.NotEmpty(expected);
        Assert.Equal(expected, expected.Select(l => l.Split(':')[0]).Select(t => $"{t}: {result.Paid(t.Replace("balance ", "balance:", StringComparison.Ordinal))}"));
        Assert.Contains(RuleCatalogue.Find(id).Definition, page, StringComparison.Ordinal);
    }

    public static TheoryData<string> OtherIds => [.. OtherRuleCatalogue.All.Select(r => r.Id)];

    [Theory]
    [MemberData(nameof(OtherIds))]
    public void The_worked_ledger_of_a_method_comes_out_as_written(string id)
    {
        var page = Repository.Text($"docs/rules/{id}.md");
        var given = page.Contains("```given", StringComparison.Ordinal) ? Block(page, "given").Trim().Split(' ') : [];
        var facts = given is ["value", _, _] ? new[] { new FactRow(new Asset(given[1], given[1], "KZT", Value: long.Parse(given[2], CultureInfo.InvariantCulture)), Sha256.Of([]), 1) } : [];
        var options = new OtherRuleOptions(ActionDay: given is ["action-day", _] ? new Day(int.Parse(given[1], CultureInfo.InvariantCulture)) : null);
        var parsed = CaseText.Parse(Block(page, "ledger"));
        var acts = given is ["replenishment", _] ? new[] { new ReplenishmentMark(int.Parse(given[1], CultureInfo.InvariantCulture) - 1, 1) } : [];
        var reconciliation = parsed with { Register = Worked.With(parsed.Register, replenishments: acts), Facts = new CaseFacts(facts, [], [], default) };
        var figures = OtherRuleCatalogue.Find(id).Run(reconciliation, options);
        Assert.Equal(Block(page, "result").Trim().Split('\n'), figures.Select(f => $"{f.Subject}{(f.Owner.Length > 0 ? " " + f.Owner : "")}: {f.Minor}"));
        Assert.Contains(OtherRuleCatalogue.Find(id).Definition, page, StringComparison.Ordinal);
    }

    private static string Block(string page, string name)
    {
        var start = page.IndexOf($"```{name}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"The page has no block \"{name}\".");
        start += name.Length + 4;
        return page[start..page.IndexOf("```", start, StringComparison.Ordinal)];
    }
}
