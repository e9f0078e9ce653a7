namespace FinInvest.Graph.Model.Results;

/// <summary>What one rule says of its targets over the orders that days without evidenced order may have had (definitions D6).</summary>
/// <param name="Unevidenced">Day groups on the corridor whose inner order is not evidenced; 0 = the statement's order is the only one.</param>
/// <param name="Orders">Orders that were run, the statement's own among them; 0 where they are too many.</param>
/// <param name="Sentence">How many orders were run, or why none.</param>
/// <param name="Worst">Order mode "worst": each target in the order in which it has least traced money; null where not computed.</param>
/// <param name="Best">Order mode "best": each target in the order in which it has most; null where not computed.</param>
public sealed record OrderRange(string Rule, int Unevidenced, long Orders, string Sentence, TraceResult? Worst, TraceResult? Best);
