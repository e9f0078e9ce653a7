namespace FinInvest.Graph.Trace.Rules;

/// <summary>Every method that is not conserving; a new one is its class and one line here.</summary>
public static class OtherRuleCatalogue
{
    /// <summary>In the order in which they are printed.</summary>
    public static IReadOnlyList<OtherRule> All { get; } = [new PariPassuRule(), new PariPassuClaimantsRule(), new PoisonRule(), new ValueCapRule(), new Section984Rule(), new ReplenishmentRule()];

    /// <exception cref="ArgumentException">No method has this id; the message lists those that exist.</exception>
    public static OtherRule Find(string id) => All.FirstOrDefault(r => r.Id == id)
        ?? throw new ArgumentException($"There is no method \"{id}\". Methods: {string.Join(", ", All.Select(r => r.Id))}.", nameof(id));
}
