namespace FinInvest.Graph.Trace.Bounds;

/// <summary>
/// Asks how hops are proved, each once, and only those that criminal money can cross on one event network: elsewhere the answer changes nothing.
/// </summary>
internal sealed class HopProof
{
    private readonly HopTiers tiers;
    private readonly bool[] reached;
    private readonly int[] transfers;
    private readonly Dictionary<FlowHop, int> named = [];
    private readonly HashSet<int> seen = [];

    /// <param name="reached">Nodes of the network without proof that criminal money reaches.</param>
    public HopProof(HopTiers tiers, bool[] reached, int movements)
    {
        this.tiers = tiers;
        this.reached = reached;
        transfers = new int[movements];
    }

    /// <summary>The tier that is asked for: a hop proved only at a later one fails.</summary>
    public int Tier { get; set; }

    /// <summary>Whether a transfer that leaves a node is not proved at the tier.</summary>
    public bool FailsTransfer(int from, int movement)
    {
        if (!reached[from])
        {
            return false;
        }

        ref var known = ref transfers[movement];
        if (known == 0)
        {
            known = Ask(new FlowHop("transfer", movement)) + 1;
        }

        return known - 1 > Tier;
    }

    /// <summary>Whether a purchase that is paid from a node is not proved at the tier.</summary>
    public bool FailsPurchase(int from, int movement, string asset) => reached[from] && FailsNamed(new FlowHop("purchase", movement, Target: asset));

    /// <summary>Whether a credit named for a claim is not proved at the tier.</summary>
    public bool FailsProceeds(int movement, string claim) => FailsNamed(new FlowHop("proceeds", movement, claim));

    /// <summary>Whether some hop that was asked about is proved at this tier and at none before it.</summary>
    public bool AnyAt(int tier) => seen.Contains(tier);

    /// <summary>Whether some hop that was asked about is proved at no tier.</summary>
    public bool AnyUnproved => seen.Contains(tiers.Names.Count);

    private bool FailsNamed(FlowHop hop)
    {
        if (!named.TryGetValue(hop, out var tier))
        {
            named[hop] = tier = Ask(hop);
        }

        return tier > Tier;
    }

    private int Ask(FlowHop hop)
    {
        var tier = Math.Clamp(tiers.Of(hop), 0, tiers.Names.Count);
        seen.Add(tier);
        return tier;
    }
}
