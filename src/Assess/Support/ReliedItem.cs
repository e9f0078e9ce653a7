namespace FinInvest.Graph.Assess.Support;

/// <summary>An evidence item that counts (definitions H2): after grades, permissions, form checks, exclusions and decisions.</summary>
/// <param name="Group">Root group: one Bernoulli variable for all its items.</param>
/// <param name="Reliability">r in hundredths; null = cannot be judged (letter F).</param>
/// <param name="Credibility">c in hundredths.</param>
/// <param name="Supports">Names of facts, as matched by <see cref="FlowElement.MatchNames"/>.</param>
/// <param name="ResolvedBy">The item that resolved this contradiction, or null while it is unresolved (definitions H3).</param>
/// <param name="Defects">Required form checks it lacks and that can be cured.</param>
internal sealed record ReliedItem(string Id, string Group, string Partner, int? Reliability, int Credibility, IReadOnlyList<string> Supports, IReadOnlyList<string> Contradicts,
    string? ResolvedBy, IReadOnlyList<string> Defects)
{
    /// <summary>r*c in ten-thousandths; an unjudged source counts 0.</summary>
    public int Weight => (Reliability ?? 0) * Credibility;
}
