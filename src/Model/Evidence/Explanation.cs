namespace FinInvest.Graph.Model.Evidence;

/// <summary>A lawful explanation raised or obvious (loan, gift, sale); Status "open", "tested_holds" or "tested_fails" (CG-2).</summary>
public sealed record Explanation(string Id, string Asset, string Text, string Status = "open", string Item = "") : IFact;
