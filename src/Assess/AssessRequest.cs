using FinInvest.Graph.Assess.Profiles;

namespace FinInvest.Graph.Assess;

/// <summary>What is to be assessed: one target under one rule of one case.</summary>
/// <param name="Trace">The rule that was chosen, run in statement order; its <see cref="TargetTrace"/> of Target carries the flow.</param>
/// <param name="Target">An acquisition key ("X0#0") or "balance:ACCOUNT".</param>
/// <param name="ProfileRules">The profile's rules in statement order, and for MF-3 also in the order modes "worst" and "best" where they were computed.</param>
/// <param name="Bounds">Of this target; null = the floor is n/a.</param>
/// <param name="Paths">Of this target; the first path is the best one. Null or empty = the persons on the traced flow are taken.</param>
/// <param name="Theta">Overrides the profile's theta: 0, .5 or 1.</param>
/// <param name="OrderNote">What the order modes rest on, or why they were not computed (definitions D6); "" = nothing to say.</param>
public sealed record AssessRequest(Reconciliation Case, TraceResult Trace, string Target, IReadOnlyList<TraceResult> ProfileRules, BoundsResult? Bounds, PathResult? Paths,
    OwnershipResult? Ownership, Profile Profile, double? Theta = null, string OrderNote = "")
{
    /// <summary>What the exhibit is for, "court" unless the case says otherwise.</summary>
    public string Purpose => Case.Facts.Header?.Purpose is { Length: > 0 } purpose ? purpose : "court";
    public Day AsOf => Case.Register.AsOf;
}
