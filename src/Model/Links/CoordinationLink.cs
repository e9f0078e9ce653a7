namespace FinInvest.Graph.Model.Links;

/// <summary>Backward tracing: these credits paid for these assets although they came later (definitions C7). Off by default.</summary>
/// <param name="Targets">asset or asset#acquisition.</param>
public sealed record CoordinationLink(string Id, IReadOnlyList<RowReference> Credits, IReadOnlyList<string> Targets, string Reason) : IFact;
