using FinInvest.Graph.Casework;
using FinInvest.Graph.Casework.Export;
using FinInvest.Graph.Model.Values;
using FinInvest.Graph.Tests.Ledgers;
using FinInvest.Graph.Tests.Trace.Bounds;
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
    public void Assets_in_two_currencies_have_one_cap_in_their_rates()
    {
        // 4,000 tenge of crime money and as much of the holder's own: half buys a car, half becomes 100 dollars for a flat. The exchange may round one dollar up.
        ReferenceRate[] rates = [new("r1", "KZT", 1, 1), new("r2", "USD", 40, 1)];
        var parsed = CurrenciesWithoutRatesTests.InDollars("+X 4000 K\n+X 4000 own\n-X 4000 car\nX>Y 4000/100\n-Y 100 flat", "Y", rates);
        JointCaps.Require(parsed, [("car#0", 2000), ("flat#0", 50)]);
        JointCaps.Require(parsed, [("car#0", 4000), ("flat#0", 1)]);
        var refused = Assert.Throws<CaseRefusalException>(() => JointCaps.Require(parsed, [("car#0", 4000), ("flat#0", 2)]));
        Assert.Contains("car#0 and flat#0 would claim 4080 reference units together, but no conserving rule can give them more than 4040.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_rates_each_currency_keeps_to_its_own_cap()
    {
        var parsed = CurrenciesWithoutRatesTests.InDollars("+X 40 K\n+X 100 own\n-X 40 car\nX>Y 40/1\n-Y 1 flat", "Y");
        JointCaps.Require(parsed, [("car#0", 40), ("flat#0", 1)]);
        Assert.Throws<CaseRefusalException>(() => JointCaps.Require(parsed, [("car#0", 41), ("flat#0", 1)]));
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
