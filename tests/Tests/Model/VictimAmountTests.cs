using FinInvest.Graph.Model.Results;
using FinInvest.Graph.Tests.Ledgers;
using FinInvest.Graph.Trace;
using Xunit;

namespace FinInvest.Graph.Tests.Model;

/// <summary>Traced money by victim.</summary>
public class VictimAmountTests
{
    [Fact]
    public void Victims_are_kept_apart_and_acts_of_one_victim_are_added()
    {
        var parsed = CaseText.Parse("+X 100 K:A1:V1\n+X 60 K:A2:V1\n+X 40 K:A1:V2\n+X 100 own\n-X 250 flat");
        var flat = Tracer.Run(parsed, "own-first", new TraceOptions()).Targets[0];

        // 100 own go first, then 150 of the 200 rateably: 75, 45 and 30.
        var victims = VictimAmount.Of(parsed.Register.Owners, flat);
        Assert.Equal([("V1", 120L, 120L, 120L), ("V2", 30L, 30L, 30L)], victims.Select(v => (v.Victim, v.Paid, v.Held, v.OriginMinor)));
        Assert.Equal(["A1", "A2"], victims[0].Acts);
        Assert.Equal(flat.Traced, victims.Sum(v => v.Paid));
    }
}
