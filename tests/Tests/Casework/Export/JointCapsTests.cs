using FinInvest.Graph.Casework;
using FinInvest.Graph.Casework.Export;
using FinInvest.Graph.Tests.Ledgers;
using FinInvest.Graph.Trace;
using FinInvest.Graph.Trace.Rules;
using Xunit;

namespace FinInvest.Graph.Tests.Casework.Export;

/// <summary>What several assets of one exhibit may claim together (definitions D4).</summary>
public class JointCapsTests
{
    private const string LedgerW = "+X 100 own\n+X 200 K\n-X 150 car\n+X 120 own\n-X 180 flat\n+X 60 K\n-X 90";

    [Fact]
    public void Figures_of_two_rules_that_claim_the_same_money_twice_are_refused()
    {
        // LIFO gives the car 150, FIFO the flat 150: together 300 of the 200 that any conserving rule could give both.
        var refused = Assert.Throws<CaseRefusalException>(() => JointCaps.Require(CaseText.Parse(LedgerW), [("car#0", 150), ("flat#0", 150)]));
        Assert.Contains("more than 200", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pair_is_refused_although_the_whole_set_has_room()
    {
        var parsed = CaseText.Parse("+X 100 K\n+X 100 own\n-X 100 car\n-X 100 flat\n+Y 100 K\n-Y 100 boat");
        Assert.Throws<CaseRefusalException>(() => JointCaps.Require(parsed, [("car#0", 100), ("flat#0", 100), ("boat#0", 0)]));
        Assert.Throws<CaseRefusalException>(() => JointCaps.Require(parsed, [("car#0", 90), ("flat#0", 90), ("boat#0", 1)]));
        JointCaps.Require(parsed, [("car#0", 50), ("flat#0", 50), ("boat#0", 100)]);
    }

    [Fact]
    public void One_conserving_rule_for_all_assets_is_never_refused()
    {
        var parsed = CaseText.Parse(LedgerW);
        foreach (var rule in RuleCatalogue.All)
        {
            JointCaps.Require(parsed, [.. Tracer.Run(parsed, rule.Id, new TraceOptions()).Targets.Select(t => (t.Target, t.Traced))]);
        }
    }
}
