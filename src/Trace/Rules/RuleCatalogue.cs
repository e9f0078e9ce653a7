namespace FinInvest.Graph.Trace.Rules;

/// <summary>Every rule the engine knows; a new rule is its class and one line here.</summary>
public static class RuleCatalogue
{
    /// <summary>In the order in which comparisons are printed.</summary>
    public static IReadOnlyList<TracingRule> All { get; } =
    [
        new FifoRule(),
        new LifoRule(),
        new RollingRule(),
        new OwnFirstRule(),
        new ProceedsFirstRule(),
        new OrderedLotsRule(),
        new OrderedLotsLifoRule(),
    ];

    /// <exception cref="ArgumentException">No rule has this id; the message lists those that exist.</exception>
    public static TracingRule Find(string id) => All.FirstOrDefault(r => r.Id == id)
        ?? throw new ArgumentException($"There is no rule \"{id}\". Rules: {string.Join(", ", All.Select(r => r.Id))}.", nameof(id));
}
