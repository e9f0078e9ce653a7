namespace FinInvest.Graph.Trace.Paths;

/// <summary>Links in a row between an account and a party, company or asset.</summary>
/// <param name="Account">Index of the account in the ledger.</param>
/// <param name="Moment">Before the money: the first moment after all links. After the money: the last moment before all of them.</param>
/// <param name="Hops">In the order of the path.</param>
/// <param name="Nodes">Ids on the chain without the account.</param>
internal sealed record LinkChain(int Account, long Moment, IReadOnlyList<PathHop> Hops, IReadOnlyList<string> Nodes);
