namespace FinInvest.Graph.Model.Results;

/// <summary>The weights printed beside S: one evidence item with grade, r, c, relied or not and why.</summary>
public sealed record EvidenceWeight(string Item, string RootSource, string Partner, string Grade, double? Reliability, double? Credibility, bool Relied, string Why, string Form, string Use);
