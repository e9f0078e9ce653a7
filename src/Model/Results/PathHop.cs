namespace FinInvest.Graph.Model.Results;

/// <summary>One hop of a path. Kind: "money", "holder", "interest" or "control"; on leads also "relation", "cash" or "pooled".</summary>
public sealed record PathHop(string Kind, string From, string To, int Movement, long DebitMinor, long CreditMinor, Day Day, string Text = "");
