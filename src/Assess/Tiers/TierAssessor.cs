using FinInvest.Graph.Assess.Indicators;
using FinInvest.Graph.Assess.Support;

namespace FinInvest.Graph.Assess.Tiers;

/// <summary>
/// The four tiers (definitions H11). Each passes when all its own gates pass; what is missing is a work list, not a probability of guilt. Run again
/// with evidence taken away, the gates that do not rest on evidence keep their answer.
/// </summary>
internal sealed class TierAssessor(AssessmentContext context)
{
    public const string Passed = "passed";
    public const string Failed = "failed";
    public const string NotAssessed = "not assessed";

    /// <summary>No tier passed: a lead.</summary>
    public const string Lead = "T0";

    private readonly RecordedGates recorded = new(context);
    private readonly SupportGates support = new(context);

    /// <param name="variant">The evidence that is left; null when nothing was traced.</param>
    public IReadOnlyList<TierResult> Assess(EvidenceVariant? variant)
    {
        var gates = context.Profile.Gates;
        var first = Tier("T1",
        [
            AtLeast(new MF4(), gates.Continuity, "bridge the break with a source that reports the missing hop"),
            .. recorded.Identity(variant),
            AtLeast(new CO1(), gates.OffenceForFreezing, "record the status of the act in acts.csv"),
        ]);
        var third = Tier("T3",
        [
            .. support.AboveLimit(variant),
            SomethingTraced(),
            AtLeast(new MF6(), gates.Completeness, "ask the bank for the days that are missing"),
            recorded.Explanations(variant),
            recorded.Shield(variant),
            .. support.Contradictions(variant),
            recorded.ContradictionsReviewed(variant),
        ]);
        return
        [
            first,
            Requests(first, variant),
            third,
            Tier("T4",
            [
                Passes(third),
                AtLeast(new CO1(), gates.OffenceForVerdict, "a judgment of first instance or later is needed"),
                AtLeast(new CO2(), gates.Quantum, "claim less, or charge what the traced sums exceed"),
                .. support.Defects(variant),
            ]),
        ];
    }

    public static string Highest(IReadOnlyList<TierResult> tiers) => tiers.LastOrDefault(t => t.State == Passed)?.Tier ?? Lead;

    /// <summary>T2 waits for a request list: recorded facts of gate request-list, one a field.</summary>
    private TierResult Requests(TierResult first, EvidenceVariant? variant)
    {
        var fields = recorded.RequestList(variant);
        return fields.Count > 0 ? Tier("T2", [Passes(first), .. fields])
            : new TierResult("T2", NotAssessed, [Passes(first), new GateResult("request list", "missing", "none", "a request list", "draft the request and record its fields as gate request-list")]);
    }

    private static TierResult Tier(string name, IReadOnlyList<GateResult> gates) => new(name, gates.All(g => g.State == "pass") ? Passed : Failed, gates);

    private static GateResult Passes(TierResult tier) => tier.State == Passed
        ? new GateResult(tier.Tier, "pass", Passed, Passed, "")
        : new GateResult(tier.Tier, "fail", tier.State, Passed, $"see the gates of {tier.Tier}");

    private GateResult AtLeast(IIndicator indicator, decimal limit, string missing)
    {
        var value = context.Value(indicator);
        var needed = "at least " + AssessmentContext.Text((double)limit);
        return value.Value is not { } v ? new GateResult(indicator.Code, "missing", "n/a", needed, value.Reason)
            : v >= (double)limit ? new GateResult(indicator.Code, "pass", value.Text, needed, "")
            : new GateResult(indicator.Code, "fail", value.Text, needed, $"{value.Reason} To pass: {missing}.");
    }

    private GateResult SomethingTraced()
    {
        var floor = context.Request.Bounds?.Lower ?? 0;
        var measured = $"L {context.Amount(floor)}, tau {context.Amount(context.Target.Traced)}";
        return floor > 0 || context.Target.Traced > 0 ? new GateResult("L or tau", "pass", measured, "above 0", "")
            : new GateResult("L or tau", "fail", measured, "above 0", $"No claim money reaches this target under {context.Request.Trace.Rule}: compare the other rules and the bounds.");
    }
}
