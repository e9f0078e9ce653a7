namespace FinInvest.Graph.Store;

/// <summary>What one load brought, per file. Load 0 = nothing new.</summary>
public sealed record LoadReceipt(long Load, CaseVersion Version, IReadOnlyList<DocumentReceipt> Documents);
