namespace FinInvest.Graph.Present.Exhibit;

/// <summary>
/// Everything an exhibit shows. The caller fetches, Present only writes: the same content gives the same bytes, in HTML and in JSON.
/// Items that may not be used for the case's purpose are left out here too, whoever forgot to leave them out before.
/// </summary>
/// <param name="Case">Ledger, register, facts, statements, notes and refusals at <paramref name="Version"/>.</param>
/// <param name="Program">Name and version of the program, e.g. "fininvest 0.1.0".</param>
/// <param name="Rule">The rule that was chosen for every asset of this exhibit: one of <paramref name="Traces"/>.</param>
/// <param name="OrderMode">"statement" (definitions D6).</param>
/// <param name="ProfileText">The legal profile, printed whole, line by line.</param>
/// <param name="Traces">All rules of the profile; the chosen one carries the running ledgers of the corridor's accounts.</param>
/// <param name="Bounds">Per asset, and "SET" for all assets together.</param>
/// <param name="Rejects">Number of rows that could not be read.</param>
/// <param name="MethodNotes">Further sentences for the method note, in the order given.</param>
/// <param name="Rules">Name, definition and authorities of every rule in <paramref name="Traces"/> and of every method in <paramref name="OtherFigures"/>.</param>
/// <param name="Texts">Words of the rows that are shown; rows without an entry are shown without words.</param>
/// <param name="Orders">Each compared rule over the orders that days without evidenced order may have had (definitions D6).</param>
/// <param name="OtherFigures">Methods that do not conserve claim money; their descriptions are among <paramref name="Rules"/>.</param>
public sealed record ExhibitContent(
    Reconciliation Case,
    CaseVersion Version,
    string Program,
    string Rule,
    string OrderMode,
    string ProfileText,
    IReadOnlyList<TraceResult> Traces,
    IReadOnlyList<BoundsResult> Bounds,
    IReadOnlyList<PathResult> Paths,
    IReadOnlyList<OwnershipResult> Ownership,
    IReadOnlyList<Assessment> Assessments,
    long Rejects,
    IReadOnlyList<string> MethodNotes,
    IReadOnlyList<RuleDescription> Rules,
    IReadOnlyDictionary<RowKey, RowText>? Texts = null,
    IReadOnlyList<OrderRange>? Orders = null,
    IReadOnlyList<OtherFigure>? OtherFigures = null);
