namespace FinInvest.Graph.Assess.Tiers;

/// <summary>A person's answer to a gate's question: 1 yes, 0 no, a number between where one was given, null unknown.</summary>
internal readonly record struct Answer(decimal? Value)
{
    public static Answer Unknown => default;

    public string Text => Value switch { null => "unknown", 1 => "yes", 0 => "no", { } v => AssessmentContext.Text((double)v) };

    /// <summary>Whether a known answer passes; null when unknown.</summary>
    public bool? Pass(Func<decimal, bool> test) => Value is { } v ? test(v) : null;
}
