namespace FinInvest.Graph.Present.Charts;

/// <summary>A box of a chart.</summary>
/// <param name="Lines">First the name, then details; shortened to the box, whole in its title.</param>
/// <param name="Gap">Periods without reconciled records, in words; "" = none. Drawn with the gap symbol.</param>
/// <param name="IsUnreconciled">The account's rows are not reconciled: dashed outline.</param>
public sealed record ChartBox(string Id, ChartBoxKind Kind, IReadOnlyList<string> Lines, string Gap = "", bool IsUnreconciled = false, ClassStrip? Strip = null);
