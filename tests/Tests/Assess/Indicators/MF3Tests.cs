using FinInvest.Graph.Assess;
using FinInvest.Graph.Assess.Profiles;
using FinInvest.Graph.Tests.Trace.Orders;
using FinInvest.Graph.Trace;
using FinInvest.Graph.Trace.Orders;
using Xunit;

namespace FinInvest.Graph.Tests.Assess.Indicators;

/// <summary>MF-3 over the profile's conserving rules and the order modes (definitions H9, D6).</summary>
public class MF3Tests
{
    /// <summary>One day: own 100, claim 100, a flat for 100. As written rolling gives 50 and the others nothing; were the claim spent before own money came, each would give 100.</summary>
    private const string ThreeRows = "+X 100 own\n+X 100 K\n-X 100 flat";

    [Fact]
    public void Rules_in_statement_order_differ_by_half_and_over_the_orders_of_the_day_by_all()
    {
        var (r, profile) = (OrderModesTests.OneDay(ThreeRows), Profiles.Get("KZ-CC48"));
        List<TraceResult> statement = [.. profile.Rules.Select(rule => Tracer.Run(r, rule, new TraceOptions(["flat#0"], WithFlow: true)))];
        var ranges = OrderModes.Run(r, profile.Rules, ["flat#0"], new TraceOptions(), new OrderOptions());
        Assert.Equal(.5, Measured(statement, "").Value!.Value, 12);
        var all = Measured([.. statement, .. ranges.SelectMany(o => new[] { o.Worst!, o.Best! })], ranges[0].Sentence);
        Assert.Equal(1, all.Value!.Value, 12);
        Assert.Contains("best order", all.Reason, StringComparison.Ordinal);
        Assert.EndsWith(ranges[0].Sentence, all.Reason, StringComparison.Ordinal);

        IndicatorValue Measured(IReadOnlyList<TraceResult> rules, string note) => Assert.Single(
            Assessor.Assess(new AssessRequest(r, rules.First(t => t.Rule == "rolling"), "flat#0", rules, null, null, null, profile, OrderNote: note)).Indicators, i => i.Code == "MF-3");
    }
}
