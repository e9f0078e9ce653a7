using System.Globalization;

namespace FinInvest.Graph.Casework.ReviewScores;

/// <summary>
/// One rule an asset: a decision of kind "rule" locks it, so that no two exhibits of one asset are made under two rules without a person saying why.
/// Comparing the rules (trace, Schedule E) is always free.
/// </summary>
public static class RuleLocks
{
    /// <summary>The decision that locks an asset's rule; null where none does.</summary>
    /// <param name="target">An asset ("FLAT"), an acquisition ("FLAT#1") or "balance:ACCOUNT", which is never locked.</param>
    public static Decision? Of(CaseFacts facts, string target)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(target);
        return facts.Standing(DecisionKinds.Rule).LastOrDefault(d => d.Subject == target.Split('#')[0]);
    }

    /// <summary>The rule that the locked ones among some targets share; null where none is locked.</summary>
    /// <exception cref="CaseRefusalException">They are locked to several rules.</exception>
    public static string? Shared(CaseFacts facts, IReadOnlyList<string> targets)
    {
        ArgumentNullException.ThrowIfNull(targets);
        var locks = targets.Select(t => Of(facts, t)).OfType<Decision>().DistinctBy(d => d.Number).OrderBy(d => d.Number).ToList();
        return locks.Select(d => d.Value).Distinct(StringComparer.Ordinal).Count() <= 1 ? locks.FirstOrDefault()?.Value
            : throw new CaseRefusalException($"These assets are locked to several rules: {string.Join("; ", locks.Select(Named))}. Ask for the assets of one rule at a time.");
    }

    /// <exception cref="CaseRefusalException">An asset is locked to another rule; the sentence names the decision.</exception>
    public static void Require(CaseFacts facts, IReadOnlyList<string> targets, string rule)
    {
        ArgumentNullException.ThrowIfNull(targets);
        foreach (var locked in targets.Select(t => Of(facts, t)).OfType<Decision>().Where(d => d.Value != rule))
        {
            throw new CaseRefusalException(string.Create(CultureInfo.InvariantCulture,
                $"{Named(locked)}: {locked.Reason}. {rule} is refused. A decision can replace it: fininvest decide rule {locked.Subject} {rule} --replaces {locked.Number} --by WHO --reason WHY"));
        }
    }

    private static string Named(Decision d) => string.Create(CultureInfo.InvariantCulture, $"decision {d.Number} ({d.By}, {d.On}) locks {d.Subject} to {d.Value}");
}
