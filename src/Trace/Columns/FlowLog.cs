namespace FinInvest.Graph.Trace.Columns;

/// <summary>
/// Every move of claim money, as it happens: nodes (a lot or a state of a pool, of one claim) and arcs in topological order.
/// Written only where a flow is asked for; <see cref="FlowPruner"/> keeps the part that reaches a target.
/// </summary>
internal sealed class FlowLog(int movements)
{
    public const int Crime = -1;
    public const int NoHop = -1;

    /// <summary>No node yet (or no flow is kept).</summary>
    public const int Unknown = -2;

    private readonly List<(string Kind, int Movement, string Claim, string Target)> hops = [];
    private readonly Dictionary<(int Movement, string Claim, string Target), int> namedHop = [];
    private readonly int[] transferHop = new int[movements];

    public List<long> NodeMinor { get; } = [];

    /// <summary>Arcs into node n are those from ArcStart[n] up to ArcStart[n + 1] or the end.</summary>
    public List<int> ArcStart { get; } = [];
    public List<int> ArcFrom { get; } = [];
    public List<long> ArcMinor { get; } = [];
    public List<int> ArcHop { get; } = [];

    /// <summary>Opens a node; its arcs in follow at once.</summary>
    public int Node()
    {
        NodeMinor.Add(0);
        ArcStart.Add(ArcFrom.Count);
        return NodeMinor.Count - 1;
    }

    /// <summary>An arc into the node opened last.</summary>
    public void Arc(int from, long minor, int hop)
    {
        if (minor == 0)
        {
            return;
        }

        ArcFrom.Add(from);
        ArcMinor.Add(minor);
        ArcHop.Add(hop);
        NodeMinor[^1] += minor;
    }

    /// <summary>The node of two sums put together; no new one where the first is nothing.</summary>
    public int Join(int first, long firstMinor, int second, long secondMinor)
    {
        if (firstMinor == 0)
        {
            return second;
        }

        var node = Node();
        Arc(first, firstMinor, NoHop);
        Arc(second, secondMinor, NoHop);
        return node;
    }

    /// <summary>The hop of a credit named for a claim, or of a cost line.</summary>
    public int NamedHop(string kind, int movement, string claim = "", string target = "")
    {
        if (!namedHop.TryGetValue((movement, claim, target), out var hop))
        {
            namedHop[(movement, claim, target)] = hop = hops.Count;
            hops.Add((kind, movement, claim, target));
        }

        return hop;
    }

    /// <summary>The hop of a movement from its payer to its receiver.</summary>
    public int TransferHop(int movement)
    {
        if (transferHop[movement] == 0)
        {
            hops.Add(("transfer", movement, "", ""));
            transferHop[movement] = hops.Count;
        }

        return transferHop[movement] - 1;
    }

    public FlowHop HopAt(int hop) => new(hops[hop].Kind, hops[hop].Movement, hops[hop].Claim, hops[hop].Target);
}
