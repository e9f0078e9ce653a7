namespace FinInvest.Graph.Model.Results;

/// <summary>A hop of the flow that needs proof: a crime credit, a transfer, or the purchase of the target.</summary>
/// <param name="Kind">"proceeds", "transfer" or "purchase".</param>
/// <param name="Claim">Owner label for proceeds; else "".</param>
/// <param name="Target">The asset for a purchase; else "".</param>
public sealed record FlowHop(string Kind, int Movement, string Claim = "", string Target = "");
