using FinInvest.Graph.Assess.Support;

namespace FinInvest.Graph.Assess.Indicators;

/// <summary>MF-4 Continuity: the share of the traced amount that reaches the target without an inferred row or a bridge over a break (definitions H9).</summary>
internal sealed class MF4 : IIndicator
{
    public string Code => "MF-4";
    public string Name => "Continuity";

    public IndicatorValue Measure(AssessmentContext context)
    {
        if (context.Target is not { Traced: > 0, Flow: { } flow })
        {
            return new IndicatorValue(Code, Name, null, "n/a", "Nothing was traced under this rule.", []);
        }

        var inferred = flow.Hops.Select(h => h.Movement >= 0 && context.Ledger.Flags[h.Movement].HasFlag(MovementFlags.Inferred)).ToArray();
        if (!inferred.Contains(true))
        {
            return new IndicatorValue(Code, Name, 1, "1", "Every traced hop is a row that a source reports; no break is bridged.", []);
        }

        var amount = new ProvedAmount(flow).Exact([.. inferred.Select(i => !i)]);
        var value = amount.ToDouble() / context.Target.Traced;
        return new IndicatorValue(Code, Name, value, AssessmentContext.Text(value), $"Without inferred rows {AssessmentContext.Text(amount.ToDouble())} of {context.Target.Traced} minor units still arrive.",
            [.. flow.Hops.Where((_, h) => inferred[h]).Select(h => RowNames.Of(context.Ledger, h.Movement)).Distinct(StringComparer.Ordinal)]);
    }
}
