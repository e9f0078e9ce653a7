namespace FinInvest.Graph.Model.Evidence;

/// <summary>One item of evidence and the facts it supports or contradicts (definitions H1 to H4).</summary>
/// <param name="Credibility">Admiralty 1 to 6 as text; "" = ungraded.</param>
/// <param name="Supports">Names of facts: statement:S, act:A, proceeds:ROW, transfer:ROW, link:ROW, holder:ACCOUNT, holderx:ASSET, value:ASSET, or kind:* for all.</param>
/// <param name="ConfirmedBy">Credibility 1 only: the item or root source that confirms it; if that is itself an item of the case, 1 counts as 2 (definitions H2).</param>
public sealed record EvidenceItem(string Id, string RootSource, string Partner, string Credibility, IReadOnlyList<string> Supports, IReadOnlyList<string> Contradicts,
    IReadOnlyList<string> Permissions, Day? PermissionExpires = null, IReadOnlyList<string>? FormChecks = null, IReadOnlyList<string>? FormDefects = null,
    string Document = "", string Request = "", string Text = "", string ConfirmedBy = "") : IFact;
