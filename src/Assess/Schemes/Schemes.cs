namespace FinInvest.Graph.Assess.Schemes;

/// <summary>Every scheme this program knows, by label. Published schemes never change (a test freezes them); a change is a new version.</summary>
public static class Schemes
{
    /// <summary>Admiralty 6x6 grades with the suggested map of rating 2.3.</summary>
    public static Scheme Admiralty1 { get; } = new(
        "ADMIRALTY", 1, "Admiralty 6x6 grades, suggested numeric map (a convention)",
        [
            new("A", 95, "completely reliable"),
            new("B", 85, "usually reliable"),
            new("C", 70, "fairly reliable"),
            new("D", 45, "not usually reliable"),
            new("E", 20, "unreliable"),
        ],
        "F", 50,
        [
            new("1", 95, "confirmed by other sources"),
            new("2", 85, "probably true"),
            new("3", 65, "possibly true"),
        ],
        [
            new("4", 60, "doubtful"),
            new("5", 85, "improbable"),
        ],
        ["6"],
        CourtReadyHundredths: 80,
        UsableHundredths: 50,
        ContradictionHundredths: 20,
        [
            new("final_judgment", 100, "judgment in force"),
            new("first_instance", 80, "judgment of first instance"),
            new("indictment", 60, "indictment"),
            new("suspicion", 40, "notice of suspicion"),
            new("intelligence", 20, "intelligence only"),
        ],
        StatesMax: 1 << 20,
        Samples: 1 << 16,
        Seed: 20230712,
        DisplayStepHundredths: 5);

    public static IReadOnlyList<Scheme> All { get; } = [Admiralty1];

    /// <summary>The scheme of a label such as "ADMIRALTY/1", or null.</summary>
    public static Scheme? Get(string label) => All.FirstOrDefault(s => string.Equals(s.Label, label, StringComparison.OrdinalIgnoreCase));
}
