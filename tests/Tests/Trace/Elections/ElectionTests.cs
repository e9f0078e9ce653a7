using FinInvest.Graph.Tests.House;
using FinInvest.Graph.Tests.Ledgers;
using FinInvest.Graph.Trace.Elections;
using Xunit;

namespace FinInvest.Graph.Tests.Trace.Elections;

/// <summary>Election by hand (definitions D3).</summary>
public class ElectionTests
{
    private const string LedgerW = "+X 100 own\n+X 200 K\n-X 150 car\n+X 120 own\n-X 180 flat\n+X 60 K\n-X 90";

    [Fact]
    public void The_worked_ledger_of_the_page_comes_out_as_written()
    {
        var page = Repository.Text("docs/rules/election.md");
        string Block(string name) => page.Split($"```{name}\n")[1].Split("```")[0].Trim();
        var lines = Block("result").Split('\n');
        var result = Election.Run(CaseText.Parse(Block("ledger")), [.. lines[..^1].Select(l => l.Split(':')[0] + "#0")]);
        Assert.Equal(lines, result.Targets.Select(t => $"{t.Target.Split('#')[0]}: {t.Elected}").Append($"not elected: {result.NotElected} of {result.Established}"));
    }

    [Fact]
    public void The_first_asset_takes_all_it_can_and_the_next_what_it_adds()
    {
        var result = Election.Run(CaseText.Parse(LedgerW), ["car#0", "flat#0"]);
        Assert.Equal([("car#0", 150L), ("flat#0", 50L)], result.Targets.Select(t => (t.Target, t.Elected)));
        Assert.Equal((260L, 60L, "KZT"), (result.Established, result.NotElected, result.Currency));
    }

    [Fact]
    public void Another_order_gives_other_amounts_and_the_same_sum()
    {
        var result = Election.Run(CaseText.Parse(LedgerW), ["flat#0", "car#0"]);
        Assert.Equal([("flat#0", 150L), ("car#0", 50L)], result.Targets.Select(t => (t.Target, t.Elected)));
    }

    [Fact]
    public void An_asset_is_named_once() =>
        Assert.Contains("once", Assert.Throws<ArgumentException>(() => Election.Run(CaseText.Parse(LedgerW), ["car#0", "car#0"])).Message, StringComparison.Ordinal);
}
