namespace FinInvest.Graph.Assess.Indicators;

/// <summary>One indicator of the catalogue (rating 2.5): one number with its reason. A new one is a class, a line in the catalogue and its page in docs/indicators.</summary>
internal interface IIndicator
{
    /// <summary>As published: "MF-1".</summary>
    string Code { get; }

    string Name { get; }

    /// <summary>Value null = n/a: a ratio over zero is never 0 or 1 (definitions H12).</summary>
    IndicatorValue Measure(AssessmentContext context);
}
