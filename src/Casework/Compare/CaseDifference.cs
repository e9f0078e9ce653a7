namespace FinInvest.Graph.Casework.Compare;

/// <summary>What differs between two versions of a case, told from one to the other: forward as what came in, backward as what is gone.</summary>
/// <param name="From">The version it is told from. <paramref name="To"/>: to.</param>
/// <param name="IsBackward">True where <paramref name="From"/> is the later version.</param>
/// <param name="StepsTotal">How many loads and decisions lie between. <paramref name="StepsEvaluated"/>: how many of the versions after them were evaluated; a change is
/// attributed to one step where all were, else to the steps between two versions that were.</param>
/// <param name="Documents">Files of the loads between.</param>
/// <param name="Decisions">Decisions between.</param>
/// <param name="Rows">Rows that the effective ledger rests on at one end and not at the other, by document.</param>
/// <param name="Accounts">Accounts whose coverage differs.</param>
/// <param name="Assets">Figures of assets that differ.</param>
/// <param name="Notes">Versions that could not be evaluated, and why.</param>
public sealed record CaseDifference(CaseVersion From, CaseVersion To, bool IsBackward, int StepsTotal, int StepsEvaluated, IReadOnlyList<ArrivedDocument> Documents, IReadOnlyList<Decision> Decisions,
    IReadOnlyList<RowChange> Rows, IReadOnlyList<AccountChange> Accounts, IReadOnlyList<FigureChange> Assets, IReadOnlyList<string> Notes);
