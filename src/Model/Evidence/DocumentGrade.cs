namespace FinInvest.Graph.Model.Evidence;

/// <summary>What is said of a document as evidence: who handed it over, on whom it rests, how it is graded, what it may be used for.</summary>
/// <param name="Document">File name or hash (at least six hex digits) of the document.</param>
/// <param name="Grade">As written: Admiralty "B2" or "" = ungraded, which means not relied on (definitions H1).</param>
/// <param name="Permissions">"court", "intelligence" or both; empty = nothing granted.</param>
/// <param name="FormChecks">Required form checks passed, e.g. "certified", "translated", "apostille".</param>
/// <param name="FormDefects">Required form checks not passed.</param>
/// <param name="ConfirmedBy">Credibility 1 only: the item or root source that confirms it; if that is itself an item of the case, 1 counts as 2 (definitions H2).</param>
public sealed record DocumentGrade(string Id, string Document, string RootSource = "", string Partner = "", string Grade = "", IReadOnlyList<string>? Permissions = null,
    Day? PermissionExpires = null, IReadOnlyList<string>? FormChecks = null, IReadOnlyList<string>? FormDefects = null, string Request = "", string Text = "",
    string ConfirmedBy = "") : IFact;
