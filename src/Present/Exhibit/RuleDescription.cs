namespace FinInvest.Graph.Present.Exhibit;

/// <summary>A tracing rule as the exhibit prints it.</summary>
/// <param name="Id">The id that trace results carry, e.g. "own-first".</param>
/// <param name="Definition">What the rule does at a debit, in one or two sentences.</param>
/// <param name="Authorities">Cases and laws it comes from.</param>
/// <param name="Conserving">True where the bounds hold for it (definitions D1).</param>
public sealed record RuleDescription(string Id, string Name, string Definition, IReadOnlyList<string> Authorities, bool Conserving);
