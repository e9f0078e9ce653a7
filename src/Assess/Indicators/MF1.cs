using FinInvest.Graph.Assess.Support;

namespace FinInvest.Graph.Assess.Indicators;

/// <summary>MF-1 Attribution share (Reach): tau / cost under the rule that was chosen.</summary>
internal sealed class MF1 : IIndicator
{
    public string Code => "MF-1";
    public string Name => "Attribution share";

    public IndicatorValue Measure(AssessmentContext context)
    {
        var t = context.Target;
        return new IndicatorValue(Code, Name, t.Reach.Value, t.Reach.ToString(), $"Under {context.Request.Trace.Rule}, {context.Amount(t.Traced)} of {context.Amount(t.Cost)} is claim money.",
            [.. (t.Flow?.Hops ?? []).Where(h => h.Kind == "purchase").Select(h => RowNames.Of(context.Ledger, h.Movement))]);
    }
}
