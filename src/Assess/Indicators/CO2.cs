namespace FinInvest.Graph.Assess.Indicators;

/// <summary>CO-2 Quantum guard: min(1, P / what is claimed in all assets together), both in units of the proceeds (definitions B3).</summary>
internal sealed class CO2 : IIndicator
{
    public string Code => "CO-2";
    public string Name => "Quantum guard";

    public IndicatorValue Measure(AssessmentContext context)
    {
        var trace = context.Request.Trace;
        var currencies = trace.Claims.Select(c => c.Currency).Distinct(StringComparer.Ordinal).ToList();
        if (currencies.Count > 1)
        {
            return new IndicatorValue(Code, Name, null, "n/a", $"The proceeds are charged in {string.Join(" and ", currencies)}, which cannot be added.", []);
        }

        // What replaced a sold asset carries the same money: only what is still held is claimed.
        var sold = context.Request.Case.Register.Acquisitions.Where(a => a.SoldMovement >= 0 || a.ExchangedForNext).Select(a => a.Key).ToHashSet(StringComparer.Ordinal);
        var claimed = trace.Targets.Where(t => !sold.Contains(t.Target) && (t.Target == context.Request.Target || !t.Target.StartsWith("balance:", StringComparison.Ordinal))).ToList();
        var traced = claimed.Sum(t => t.Origin);
        var charged = trace.Claims.Sum(c => c.Charged);
        if (traced == 0 || currencies.Count == 0)
        {
            return new IndicatorValue(Code, Name, null, "n/a", "Nothing is claimed under this rule.", []);
        }

        var value = charged >= traced ? 1 : (double)charged / (double)traced;
        return new IndicatorValue(Code, Name, value, AssessmentContext.Text(value), $"Proceeds charged {context.Amount(charged, currencies[0])}, traced into all assets {context.Amount(traced, currencies[0])}"
            + (value < 1 ? ": more is claimed than the acts yielded." : "."), [.. claimed.Where(t => t.Origin > 0).Select(t => t.Target)]);
    }
}
