namespace FinInvest.Graph.Assess.Indicators;

/// <summary>MF-2 Rule-proof floor: L / cost, whatever conserving rule is chosen and whatever the order inside a day (definitions E5).</summary>
internal sealed class MF2 : IIndicator
{
    public string Code => "MF-2";
    public string Name => "Rule-proof floor";

    public IndicatorValue Measure(AssessmentContext context)
    {
        if (context.Request.Bounds is not { } bounds)
        {
            return new IndicatorValue(Code, Name, null, "n/a", "The bounds of this target were not computed.", []);
        }

        var ratio = new Ratio(bounds.Floor, context.Target.Cost);
        return new IndicatorValue(Code, Name, ratio.Value, ratio.ToString(), $"No conserving rule can put the claim money below {context.Amount(bounds.Floor)} of {context.Amount(context.Target.Cost)}"
            + (bounds.Outer ? " (outer bound)." : "."), [.. bounds.LowerCut.Select(c => c.Text)]);
    }
}
