namespace FinInvest.Graph.Model.Results;

/// <summary>One indicator of the catalogue for one target: value as text with unit, exact number where there is one, and what it rests on.</summary>
/// <param name="Value">null = n/a (definitions H12).</param>
/// <param name="Text">The value as shown.</param>
/// <param name="Reason">Why, in one sentence.</param>
/// <param name="Rests">Rows, items or facts it rests on.</param>
public sealed record IndicatorValue(string Code, string Name, double? Value, string Text, string Reason, IReadOnlyList<string> Rests);
