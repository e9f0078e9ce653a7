using System.Globalization;

namespace FinInvest.Graph.Assess.Schemes;

/// <summary>
/// A frozen table of weights: how a raw grade becomes r and c (rating 2.3), and the numbers that belong to it. A change makes a new scheme
/// beside the old one, so that an exhibit of last year can be made again. The weights are a convention, not measurements, and are printed.
/// </summary>
/// <param name="Reliability">r of a root source by letter, without <paramref name="CannotBeJudged"/>.</param>
/// <param name="CannotBeJudged">The letter whose r is an interval: 0 to <paramref name="CannotBeJudgedHundredths"/> (definitions H2).</param>
/// <param name="Credibility">c of an item that supports or contradicts as it says.</param>
/// <param name="Disbelief">Grades that turn a supporting item into a contradicting one, with c of the contradiction (definitions H2).</param>
/// <param name="NotRelied">Grades that carry no information.</param>
/// <param name="CourtReadyHundredths">r*c of proof tier C1, if the item is court-ready; <paramref name="UsableHundredths"/>: of C2 (definitions H10).</param>
/// <param name="ContradictionHundredths">d above this raises CG-1 (definitions H3).</param>
/// <param name="OffenceStatus">CO-1 by status of the act.</param>
/// <param name="StatesMax">States that are enumerated exactly; above that <paramref name="Samples"/> samples with <paramref name="Seed"/> (definitions H6).</param>
public sealed record Scheme(string Id, int Version, string Title, IReadOnlyList<GradeWeight> Reliability, string CannotBeJudged, int CannotBeJudgedHundredths,
    IReadOnlyList<GradeWeight> Credibility, IReadOnlyList<GradeWeight> Disbelief, IReadOnlyList<string> NotRelied, int CourtReadyHundredths, int UsableHundredths,
    int ContradictionHundredths, IReadOnlyList<GradeWeight> OffenceStatus, int StatesMax, int Samples, ulong Seed, int DisplayStepHundredths)
{
    /// <summary>Id with version, as results print it: "ADMIRALTY/1".</summary>
    public string Label => $"{Id}/{Version.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Half-width that holds with 95 % at any true value (Hoeffding), so that samples keep their order when widened.</summary>
    public double SampleError => Math.Sqrt(Math.Log(2 / 0.05) / (2.0 * Samples));

    /// <summary>The whole scheme, line by line, for the exhibit.</summary>
    public IReadOnlyList<string> Lines =>
    [
        $"Scheme {Label}: {Title}",
        .. Reliability.Select(g => $"reliability {g.Grade} = {Hundredths(g.Hundredths)} ({g.Meaning})"),
        $"reliability {CannotBeJudged} = 0 to {Hundredths(CannotBeJudgedHundredths)} (cannot be judged: the end that is worse for the link counts in the lower support)",
        .. Credibility.Select(g => $"credibility {g.Grade} = {Hundredths(g.Hundredths)} ({g.Meaning})"),
        .. Disbelief.Select(g => $"credibility {g.Grade} = contradicts with {Hundredths(g.Hundredths)} ({g.Meaning})"),
        .. NotRelied.Select(g => $"credibility {g} = not relied on (cannot be judged)"),
        $"proof tier C1: court-ready and r*c at least {Hundredths(CourtReadyHundredths)}; C2: r*c at least {Hundredths(UsableHundredths)}; C3: any",
        $"contradiction: an element with disbelief above {Hundredths(ContradictionHundredths)} raises CG-1",
        .. OffenceStatus.Select(g => $"offence status {g.Grade} = {Hundredths(g.Hundredths)} ({g.Meaning})"),
        string.Create(CultureInfo.InvariantCulture, $"support: exact up to {StatesMax} states, above that {Samples} samples (SplitMix64, seed {Seed}), both ends widened by {SampleError:0.0000}"),
        $"support is shown in steps of {Hundredths(DisplayStepHundredths)}",
    ];

    /// <summary>Hundredths as decimal text, e.g. ".85", "1".</summary>
    public static string Hundredths(int hundredths) => (hundredths / 100m).ToString(".##", CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : "0";
}
