namespace FinInvest.Graph.Model.Results;

/// <summary>One gate of a tier. What is missing names row, item or partner, so that a person can act.</summary>
/// <param name="State">"pass", "fail" or "missing".</param>
/// <param name="Missing">What to do; empty when passed.</param>
public sealed record GateResult(string Gate, string State, string Measured, string Needed, string Missing, string Partner = "");
