namespace FinInvest.Graph.Assess.Support;

/// <summary>One element that a hop needs (definitions H4), with the names under which evidence may speak to it.</summary>
/// <param name="Name">As printed, e.g. "transfer:S0a/17".</param>
/// <param name="Movement">The movement whose rows prove it, or -1.</param>
internal sealed record FlowElement(string Name, IReadOnlyList<string> MatchNames, int Movement);
