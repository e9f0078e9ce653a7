namespace FinInvest.Graph.Model.Evidence;

/// <summary>A fact for a gate that a person records: OC-5, CG-1, CG-2, CG-3, request-list; Answer "yes", "no" or "unknown" (rating 2.6).</summary>
/// <param name="Subject">Party, asset or element the answer is about; "" = the whole case.</param>
public sealed record RecordedFact(string Id, string Gate, string Subject, string Answer, string Value = "", string Item = "", string Text = "") : IFact;
