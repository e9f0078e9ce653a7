using FinInvest.Graph.Model.Ledgers;
using FinInvest.Graph.Model.Results;
using FinInvest.Graph.Tests.Ledgers;
using FinInvest.Graph.Trace;
using Xunit;

namespace FinInvest.Graph.Tests.Trace.Rules;

/// <summary>Runs a worked ledger and reads single figures off the result.</summary>
internal static class Worked
{
    public static readonly string[] FiveRules = ["fifo", "lifo", "rolling", "own-first", "proceeds-first"];

    public static TraceResult Run(string text, string rule, params string[] balances) => Run(CaseText.Parse(text), rule, balances);

    public static TraceResult Run(Reconciliation reconciliation, string rule, params string[] balances) => Tracer.Run(reconciliation, rule,
        new TraceOptions([.. reconciliation.Register.Acquisitions.Select(a => a.Key), .. balances.Select(b => "balance:" + b)], [.. reconciliation.Ledger.Accounts.Skip(1).Select(a => a.Id)],
            WithFlow: true));

    /// <summary>The register of a worked ledger with more marks on its movements.</summary>
    public static Register With(Register register, IReadOnlyList<ReversalMark>? reversals = null, IReadOnlyList<LinkMark>? links = null, IReadOnlyList<ReplenishmentMark>? replenishments = null) => new()
    {
        Owners = register.Owners,
        Claims = register.Claims,
        Claimants = register.Claimants,
        Acquisitions = register.Acquisitions,
        Reversals = reversals ?? register.Reversals,
        Links = links ?? register.Links,
        Replenishments = replenishments ?? register.Replenishments,
        AsOf = register.AsOf,
    };

    public static long Traced(this TraceResult result, string target) => result.Targets.Single(t => t.Target == target || t.Target == target + "#0").Traced;

    public static string Paid(this TraceResult result, string target) => Text(result.Targets.Single(t => t.Target == target || t.Target == target + "#0").Paid);

    public static string Closing(this TraceResult result, string account) => Text(result.Closing.Single(c => c.Account == account).Owners);

    public static string Text(IEnumerable<OwnedAmount> owned) => string.Join(" ", owned.Select(o => $"{o.Owner} {o.Minor}"));

    /// <summary>A(s) for one target: claim money that arrives when only some hops hold (definitions H5), as a plain double.</summary>
    public static double Proved(TracedFlow flow, Func<FlowHop, bool> holds)
    {
        var proved = new double[flow.NodeMinor.Length];
        for (var arc = 0; arc < flow.ArcTo.Length; arc++)
        {
            Assert.True(flow.ArcFrom[arc] < flow.ArcTo[arc] && (arc == 0 || flow.ArcTo[arc - 1] <= flow.ArcTo[arc]));
            var share = flow.ArcFrom[arc] < 0 ? 1 : proved[flow.ArcFrom[arc]] / flow.NodeMinor[flow.ArcFrom[arc]];
            proved[flow.ArcTo[arc]] += flow.ArcHop[arc] >= 0 && !holds(flow.Hops[flow.ArcHop[arc]]) ? 0 : share * flow.ArcMinor[arc];
        }

        return proved[^1];
    }

    /// <summary>Every target's flow carries exactly what was traced, and nothing when no hop holds.</summary>
    public static void AssertFlows(TraceResult result)
    {
        foreach (var target in result.Targets)
        {
            Assert.Equal(target.Traced > 0, target.Flow is not null);
            if (target.Flow is { } flow)
            {
                Assert.Equal(target.Traced, flow.NodeMinor[^1]);
                Assert.Equal(target.Traced, Proved(flow, _ => true), 6);
                Assert.Equal(0, Proved(flow, _ => false), 6);
            }
        }
    }
}
