using System.Globalization;
using FinInvest.Graph.Assess.Schemes;

namespace FinInvest.Graph.Assess.Profiles;

/// <summary>
/// A legal profile: which rules a kind of proceedings allows, what share of the traced amount must be proved, and what the gates need.
/// It is data that a prosecutor signs off, printed whole in every exhibit; a change is a new version beside the old.
/// </summary>
/// <param name="Law">The provision the profile serves.</param>
/// <param name="Theta">Share of the traced amount that must stay proved: 0, .5 or 1 (definitions H6).</param>
/// <param name="SuggestedRule">Offered, never applied by itself: the rule is a required choice.</param>
/// <param name="Rules">Conserving rules that MF-3 ranges over.</param>
/// <param name="MandatoryFormChecks">Missing one of these, an item is not relied on for court (EQ-2). Other missing checks are defects to cure (T4).</param>
public sealed record Profile(string Id, int Version, string Title, string Law, decimal Theta, string SuggestedRule, IReadOnlyList<string> Rules, Scheme Scheme,
    GateThresholds Gates, IReadOnlyList<string> MandatoryFormChecks)
{
    /// <summary>Id with version, as results print it: "KZ-CC48/1".</summary>
    public string Label => $"{Id}/{Version.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>The whole profile, line by line, without its scheme.</summary>
    public IReadOnlyList<string> Lines =>
    [
        $"Profile {Label}: {Title}",
        $"law: {Law}",
        $"theta {Text(Theta)}: support is the probability that at least this share of the traced amount stays proved",
        $"rules: {string.Join(", ", Rules)}; suggested: {SuggestedRule}; the rule is a required choice; the bounds stand beside every rule",
        $"not relied on for court when one of these form checks is missing: {string.Join(", ", MandatoryFormChecks)}; any other missing check is a defect to cure",
        $"T1 freeze: MF-4 at least {Text(Gates.Continuity)}; OC-5 at least {Text(Gates.Identity)} for every person on the best path; CO-1 at least {Text(Gates.OffenceForFreezing)}",
        "T2 request: T1, and no empty field in the request list; not assessed until there is one",
        $"T3 civil claim: S_lo above {Text(Gates.Support)} on the relied items; L or tau above 0; MF-6 at least {Text(Gates.Completeness)} on the corridor; CG-2 done; "
            + $"CG-3 below {Text(Gates.Shield)}; CG-1 clear",
        $"T4 verdict: T3; CO-1 at least {Text(Gates.OffenceForVerdict)}; CO-2 at least {Text(Gates.Quantum)}; "
            + $"no single item or root source with an uncured defect whose loss makes S_lo {Text(Gates.Support)} or less",
        "recorded facts: OC-5, CG-1 and CG-2 pass on yes, fail on no; CG-3 asks whether the third-party shield stands: it fails on yes and, until disproved, on unknown; "
            + "any other unknown is missing",
        $"weights: scheme {Scheme.Label}",
    ];

    private static string Text(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
