namespace FinInvest.Graph.Store.Publishing;

/// <summary>What was published.</summary>
/// <param name="LeftOut">Links that name a row or a document which the case does not hold.</param>
public sealed record PublicationReceipt(CaseVersion Version, long Transfers, long Nodes, long Links, long LeftOut);
