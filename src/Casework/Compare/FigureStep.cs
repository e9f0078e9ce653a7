namespace FinInvest.Graph.Casework.Compare;

/// <summary>A change of a figure between two versions that were evaluated one after the other.</summary>
/// <param name="Because">The loads and decisions between them: one, where every version was evaluated.</param>
public sealed record FigureStep(CaseVersion From, CaseVersion To, string Before, string After, IReadOnlyList<Cause> Because);
