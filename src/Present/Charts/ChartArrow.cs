namespace FinInvest.Graph.Present.Charts;

/// <summary>An arrow of a chart: one hop, or all shown transfers between the same two boxes.</summary>
/// <param name="Number">Counts from 1; the table under the chart gives rows and cites by it.</param>
/// <param name="Lines">Day and amount, at most two lines.</param>
/// <param name="IsDashed">Inferred, or not on reconciled records.</param>
/// <param name="IsMoney">False for holder, interest and control: drawn thin, without amount.</param>
public sealed record ChartArrow(string From, string To, int Number, IReadOnlyList<string> Lines, bool IsDashed = false, bool IsMoney = true, ClassStrip? Strip = null);
