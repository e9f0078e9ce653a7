namespace FinInvest.Graph.Assess.Support;

/// <summary>An item as the case states it, whether it was written as an item or is a graded document (definitions H1); not yet judged.</summary>
/// <param name="Letter">Reliability letter of a document's grade; "" for items, whose letter stands in the source register only.</param>
/// <param name="Digit">Credibility 1 to 6, "" = ungraded.</param>
/// <param name="Document">The document it is or was loaded with; excluding that document takes the item away.</param>
internal sealed record StatedItem(string Id, string RootSource, string Partner, string Grade, string Letter, string Digit, IReadOnlyList<string> Supports,
    IReadOnlyList<string> Contradicts, IReadOnlyList<string> Permissions, Day? PermissionExpires, IReadOnlyList<string> FormChecks, IReadOnlyList<string> FormDefects,
    string ConfirmedBy, IReadOnlyList<Sha256> Documents);
