namespace FinInvest.Graph.Model.Results;

/// <summary>Belief, disbelief and uncertainty of one element (definitions H3), with the relied items.</summary>
public sealed record ElementOpinion(string Element, double Belief, double Disbelief, double Uncertain, string ProofTier, IReadOnlyList<string> Supporting, IReadOnlyList<string> Contradicting);
