namespace FinInvest.Graph.Assess.Profiles;

/// <summary>Every legal profile this program knows. Published versions never change (a test freezes them).</summary>
public static class Profiles
{
    /// <summary>Confiscation in criminal proceedings in Kazakhstan, version 1 (rating 2.6).</summary>
    public static Profile KazakhConfiscation1 { get; } = new(
        "KZ-CC48", 1, "confiscation of proceeds of crime in criminal proceedings, Kazakhstan", "Criminal Code of the Republic of Kazakhstan, article 48",
        Theta: 0.5m,
        SuggestedRule: "own-first",
        Rules: ["own-first", "rolling", "fifo"],
        Scheme: Schemes.Schemes.Admiralty1,
        new GateThresholds(
            Continuity: 0.5m,
            Identity: 0.8m,
            OffenceForFreezing: 0.4m,
            OffenceForVerdict: 0.8m,
            Support: 0.5m,
            Completeness: 1m,
            Shield: 0.5m,
            Quantum: 1m),
        MandatoryFormChecks: ["channel", "custody"]);

    public static IReadOnlyList<Profile> All { get; } = [KazakhConfiscation1];

    /// <summary>The newest version of a profile by id ("KZ-CC48"), or that version by label ("KZ-CC48/1").</summary>
    /// <exception cref="ArgumentException">No such profile; the message lists those there are.</exception>
    public static Profile Get(string id) =>
        All.Where(p => string.Equals(p.Id, id, StringComparison.OrdinalIgnoreCase) || string.Equals(p.Label, id, StringComparison.OrdinalIgnoreCase)).MaxBy(p => p.Version)
        ?? throw new ArgumentException($"There is no profile '{id}'. Profiles: {string.Join(", ", All.Select(p => p.Label))}.", nameof(id));
}
