using System.Text.Json;
using FinInvest.Graph.Model.Ledgers;
using FinInvest.Graph.Model.Results;
using FinInvest.Graph.Model.Values;
using FinInvest.Graph.Reconcile;
using FinInvest.Graph.Tests.Cases;
using FinInvest.Graph.Tests.Ledgers;
using FinInvest.Graph.Trace.Rules;
using Xunit;

namespace FinInvest.Graph.Tests.Trace.Rules;

/// <summary>The methods that do not conserve claim money (definitions D5), on the random cases and on worked ledgers.</summary>
public class OtherRuleTests
{
    public static TheoryData<string> Names => [.. DefinitionCase.Names() is { Count: > 0 } names ? names : ["L1-00"]];

    [Theory]
    [MemberData(nameof(Names))]
    public void Figures_agree_with_the_random_cases(string name) => Compare(DefinitionCase.Read(name));

    internal static void Compare(DefinitionCase c)
    {
        var reconciliation = LedgerBuilder.Build(c.Facts, c.Pages);
        var expected = c.Expected.GetProperty("nonconserving");
        IReadOnlyList<OtherFigure> Run(string id, int threshold = 0) => OtherRuleCatalogue.Find(id).Run(reconciliation, new OtherRuleOptions(ThresholdPercent: threshold));
        Assert.Equal(Text(expected.GetProperty("pari_passu")), Text(Run("pari-passu"), f => f.Owner));
        Assert.Equal(Text(expected.GetProperty("claimants")), Text(Run("pari-passu-claimants"), f => f.Owner));
        Assert.Equal(Text(expected.GetProperty("poison")), Text(Run("poison"), Subject));
        Assert.Equal(Text(expected.GetProperty("poison_10")), Text(Run("poison", 10), Subject));
        Assert.Equal(Text(expected.GetProperty("value_cap")), Text(Run("value-cap"), Subject));
    }

    [Fact]
    public void Pari_passu_may_lie_outside_the_bounds_and_knows_no_bank_money()
    {
        var figures = OtherRuleCatalogue.Find("pari-passu").Run(CaseText.Parse("+X 100\n-X 100\n+X 100 K"), new OtherRuleOptions());
        Assert.Equal("K:A:V 50 own 50", Text(figures, f => f.Owner));
    }

    [Fact]
    public void Identical_property_is_taken_without_tracing_within_a_year_only()
    {
        var parsed = CaseText.Parse("+X 100 K\n-X 100\n+X 80");
        IReadOnlyList<OtherFigure> On(int day) => OtherRuleCatalogue.Find("s984").Run(parsed, new OtherRuleOptions(ActionDay: new Day(day)));
        Assert.Equal(80, Assert.Single(On(300)).Minor);
        Assert.Equal(0, Assert.Single(On(400)).Minor);
    }

    [Fact]
    public void No_act_of_replenishment_is_presumed()
    {
        var figure = Assert.Single(OtherRuleCatalogue.Find("replenishment").Run(CaseText.Parse("+X 100 K\n-X 100\n+X 80"), new OtherRuleOptions()));
        Assert.Null(figure.Minor);
        Assert.Contains("never presumed", figure.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("+X 300 K:F:A\n+X 700 K:F:B\n-X 500\n+X 100", 3, "X", "K:F:A 30 K:F:B 70", 600)]
    [InlineData("+X 100 K\n-X 100\n+X 300", 2, "X", "K:A:V 100", 100)]
    [InlineData("+X 100 K\nX>Y 100\n+X 300", 2, "X", "", 0)]
    [InlineData("+X 100 K\n-X 100 flat\n+X 300", 2, "X", "", 0)]
    [InlineData("opening X -60\n+X 100 K\n+X 300", 2, "X", "K:A:V 60", 100)]
    [InlineData("+X 100 K\n-X 100\n+X 300 tp:T", 2, "X", "", 0)]
    [InlineData("+X 100 K\n-X 100\n+X 300 K", 2, "X", "", 300)]
    [InlineData("+X 100 K\n-X 60\n+Y 30 K\n+Y 30\nY>X 60", 4, "X", "K:A:V 30", 100)]
    public void An_act_restores_what_its_account_lost_and_no_more(string text, int act, string account, string restored, long claimAtEnd)
    {
        var parsed = CaseText.Parse(text);
        var figures = OtherRuleCatalogue.Find("replenishment").Run(parsed with { Register = Worked.With(parsed.Register, replenishments: [new ReplenishmentMark(act, 1)]) }, new OtherRuleOptions());
        Assert.Equal(restored, Text(figures.Where(f => f.Subject == "pool"), f => f.Owner));
        Assert.Equal(claimAtEnd, figures.Single(f => f.Subject == "balance:" + account).Minor);
    }

    private static string Subject(OtherFigure figure) => figure.Subject.Replace("balance:", "", StringComparison.Ordinal);

    /// <summary>Zeros are left out on both sides: the cases list some and not others.</summary>
    private static string Text(IEnumerable<OtherFigure> figures, Func<OtherFigure, string> key) =>
        string.Join(" ", figures.Where(f => f.Minor is > 0).Select(f => $"{key(f)} {f.Minor}").Order(StringComparer.Ordinal));

    private static string Text(JsonElement figures) => figures.ValueKind == JsonValueKind.Null ? ""
        : string.Join(" ", figures.EnumerateObject().Where(p => p.Value.GetInt64() > 0).Select(p => $"{p.Name} {p.Value.GetInt64()}").Order(StringComparer.Ordinal));
}
