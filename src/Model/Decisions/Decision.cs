namespace FinInvest.Graph.Model.Decisions;

/// <summary>An append-only event: who decided what, when, why, on which item, replacing which earlier decision.</summary>
/// <param name="Number">1-based place in the case's chain; 0 until the store has given one.</param>
/// <param name="Kind">One of <see cref="DecisionKinds"/>.</param>
/// <param name="Subject">What it is about: a document, row, pair "ROW=ROW", item, element, asset.</param>
/// <param name="Value">The answer, by kind (e.g. confirm, reject, yes, no, an amount).</param>
/// <param name="On">The day as the person stated it, or the host's day; it is data, not a clock reading of a stage.</param>
public sealed record Decision(long Number, string Kind, string Subject, string Value, string By, Day On, string Reason, string Item = "", long Replaces = 0);
