namespace FinInvest.Graph.Trace.Bounds;

/// <summary>What makes bounds outer ones: valid under every conserving rule, perhaps not the tightest (definitions E3, E5, E7).</summary>
internal static class Wideness
{
    public const string Interest = "interest";
    public const string Gain = "a gain";
    public const string CurrencyLeg = "a leg that changes currency";
    public const string Link = "a coordination link";
    public const string ActAlone = "an act scored alone whose credit another account of the case paid";
    public const string NoRate = "money of another currency outside, with no rate stated";
    private static readonly string[] InOrder = [Interest, Gain, CurrencyLeg, Link, ActAlone, NoRate];

    /// <summary>What lies on a way to the targets, each once, in a fixed order.</summary>
    /// <param name="wide">Nodes with their reasons.</param>
    /// <param name="leads">Nodes that lead to the targets.</param>
    public static IReadOnlyList<string> Of(List<(int Node, string Because)> wide, bool[] leads)
    {
        var found = new HashSet<string>(wide.Where(w => leads[w.Node]).Select(w => w.Because), StringComparer.Ordinal);
        return [.. InOrder.Where(found.Contains)];
    }
}
