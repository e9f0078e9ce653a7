namespace FinInvest.Graph.Model.Ledgers;

/// <summary>A coordination link resolved: credits (movements) and targets (indexes of acquisitions), earliest target first.</summary>
public sealed record LinkMark(string Id, IReadOnlyList<int> Credits, IReadOnlyList<int> Targets, string Reason);
