using FinInvest.Graph.Assess.Profiles;

namespace FinInvest.Graph.Assess.Support;

/// <summary>Judges one item: may it appear, does it count, as what and with which weight. Every answer has its reason in words.</summary>
internal sealed class ItemJudge
{
    private readonly Profile profile;
    private readonly string purpose;
    private readonly Day asOf;
    private readonly RootGroups groups;
    private readonly HashSet<string> subjects;
    private readonly HashSet<string> mayNotAppear;
    private readonly Dictionary<string, Decision> relied;
    private readonly Dictionary<string, Decision> resolved;

    public ItemJudge(CaseFacts facts, Profile profile, string purpose, Day asOf, IReadOnlyList<StatedItem> items)
    {
        this.profile = profile;
        this.purpose = purpose;
        this.asOf = asOf;
        groups = new RootGroups(facts, items, profile.Scheme);
        subjects = [.. items.Select(i => i.Id), .. items.Select(i => i.RootSource)];
        mayNotAppear = [.. items.Where(i => !IsPermitted(i)).Select(i => i.Id)];
        relied = Last(facts, DecisionKinds.Relied);
        resolved = Last(facts, DecisionKinds.Contradiction);
    }

    /// <returns>The weight as printed, the item as it counts (null = not relied on), and whether it may appear for this use.</returns>
    public (EvidenceWeight Weight, ReliedItem? Counted, bool MayAppear) Judge(StatedItem item)
    {
        var use = Use(item);
        var form = item.FormDefects.Count > 0 ? "missing: " + string.Join(", ", item.FormDefects) : item.FormChecks.Count > 0 ? string.Join(", ", item.FormChecks) : "no check recorded";
        var (letter, reliability) = groups.Of(item.RootSource);
        var digit = Digit(item);
        var credibility = profile.Scheme.Credibility.Concat(profile.Scheme.Disbelief).FirstOrDefault(g => g.Grade == digit)?.Hundredths;
        EvidenceWeight Weight(bool counts, string why) =>
            new(item.Id, item.RootSource, item.Partner, letter + digit, reliability / 100.0, credibility / 100.0, counts, why, form, use);

        if (mayNotAppear.Contains(item.Id))
        {
            return (Weight(false, item.Permissions.Count == 0 ? $"no use is granted (EQ-3): {purpose} is asked for" : $"not permitted for {purpose} at {asOf} (EQ-3)"), null, false);
        }

        if (WhyNot(item, letter, digit) is { } reason)
        {
            return (Weight(false, reason), null, true);
        }

        var turned = profile.Scheme.Disbelief.Any(g => g.Grade == digit);
        var (supports, contradicts) = turned ? ([], item.Supports) : (item.Supports, item.Contradicts);
        if (supports.Count + contradicts.Count == 0)
        {
            return (Weight(false, turned ? $"a contradiction graded {digit} is not relied on" : "speaks to no fact: fill supports or contradicts"), null, true);
        }

        var resolution = Resolution(item.Id);
        var counted = new ReliedItem(item.Id, item.RootSource, item.Partner, groups.IsJudged(item.RootSource) ? reliability : null, credibility!.Value, supports, contradicts,
            resolution?.Item, item.FormDefects);
        return (Weight(true, Why(item, turned, contradicts.Count > 0, digit, resolution)), counted, true);
    }

    private bool IsPermitted(StatedItem item) =>
        item.Permissions.Contains(purpose, StringComparer.OrdinalIgnoreCase) && (item.PermissionExpires is not { } end || asOf <= end);

    private string? WhyNot(StatedItem item, string letter, string digit)
    {
        if (relied.TryGetValue(item.Id, out var decision) && IsNo(decision.Value))
        {
            return $"decision {decision.Number}: not relied on ({decision.Reason})";
        }

        if (purpose == "court" && item.FormDefects.Where(d => profile.MandatoryFormChecks.Contains(d, StringComparer.OrdinalIgnoreCase)).ToList() is { Count: > 0 } missing)
        {
            return $"may not be used in court: {string.Join(", ", missing)} missing (EQ-2)";
        }

        if (digit.Length == 0)
        {
            return item.Grade.Length == 0 ? "ungraded: not relied on until a person grades it" : $"grade '{item.Grade}' is not of the scheme {profile.Scheme.Label} (such as B2)";
        }

        if (profile.Scheme.NotRelied.Contains(digit))
        {
            return $"credibility {digit} cannot be judged: not relied on";
        }

        if (!profile.Scheme.Credibility.Concat(profile.Scheme.Disbelief).Any(g => g.Grade == digit))
        {
            return $"grade '{item.Grade}' is not of the scheme {profile.Scheme.Label} (such as B2)";
        }

        return letter.Length == 0 ? $"root source '{item.RootSource}' has no reliability in the source register: not relied on until a person sets A to F" : null;
    }

    private string Why(StatedItem item, bool turned, bool contradicts, string digit, Decision? resolution)
    {
        var parts = new List<string> { turned ? $"graded {digit}: its support counts as a contradiction" : contradicts ? item.Supports.Count > 0 ? "supports and contradicts" : "contradicts" : "supports" };
        if (digit != item.Digit)
        {
            parts.Add($"stored as {digit}: {item.ConfirmedBy}, which confirms it, is itself an item of the case");
        }

        if (groups.NoteOf(item) is { Length: > 0 } note)
        {
            parts.Add(note);
        }

        if (resolution is not null)
        {
            parts.Add($"its contradiction is resolved by {resolution.Item} (decision {resolution.Number})");
        }

        return string.Join("; ", parts);
    }

    /// <summary>Credibility 1 counts as 2 when the source that confirms it already speaks for itself (definitions H2).</summary>
    private string Digit(StatedItem item) => item.Digit == "1" && item.ConfirmedBy.Length > 0 && subjects.Contains(item.ConfirmedBy) ? "2" : item.Digit;

    /// <summary>A contradiction is resolved by a decision that names the item it rests on; without one, or with one that may not be used here, it stays open (definitions H3).</summary>
    private Decision? Resolution(string item) =>
        resolved.TryGetValue(item, out var decision) && decision.Item.Length > 0 && !mayNotAppear.Contains(decision.Item) && decision.Value.Equals("resolved", StringComparison.OrdinalIgnoreCase) ? decision : null;

    private static string Use(StatedItem item) => (item.Permissions.Count == 0 ? "none granted" : string.Join(", ", item.Permissions))
        + (item.PermissionExpires is { } end ? $" until {end}" : "");

    private static Dictionary<string, Decision> Last(CaseFacts facts, string kind) =>
        facts.Decisions.Where(d => d.Kind == kind).GroupBy(d => d.Subject, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.MaxBy(d => d.Number)!, StringComparer.Ordinal);

    private static bool IsNo(string value) => value.Equals("no", StringComparison.OrdinalIgnoreCase);
}
