namespace FinInvest.Graph.Model.Results;

/// <summary>A path from a crime credit to a target: the account sequence, its best chain, and how many other chains share the sequence.</summary>
/// <param name="Least">Smallest amount on the chain (bottleneck).</param>
/// <param name="OtherChains">Further transfer chains over the same accounts.</param>
/// <param name="Arrival">Day of the last hop.</param>
/// <param name="Breaks">Typed breaks in the order of the path; each is among the notes too.</param>
/// <param name="CarriedShare">Least as a part of the proceeds the path begins with; null where it begins with none, or amounts cannot be compared.</param>
/// <param name="Notes">Flags such as "U = 0: an account was empty in between", "presumption applied to a third party".</param>
public sealed record AssetPath(IReadOnlyList<string> Accounts, IReadOnlyList<PathHop> Hops, long Least, string Currency, Day Arrival, long OtherChains, IReadOnlyList<string> Notes,
    IReadOnlyList<PathBreak>? Breaks = null, Ratio? CarriedShare = null);
