using System.Numerics;
using FinInvest.Graph.Network.Flow;

namespace FinInvest.Graph.Trace.Bounds;

/// <summary>Bounds of sets of target nodes on one event network (definitions E1 to E4).</summary>
internal sealed class EventQuestion<T>
    where T : struct, IBinaryInteger<T>
{
    private readonly EventNetwork<T> network;
    private readonly bool[] recorded;
    private readonly bool[] returning;

    public EventQuestion(EventNetwork<T> network)
    {
        this.network = network;
        recorded = Reach.Forward(network.Network, Roles(NodeRole.Absent));
        returning = Reach.Forward(network.Network, Roles(NodeRole.Inner));
    }

    /// <summary>Nodes that criminal money can reach on the recorded movements.</summary>
    public bool[] Recorded => recorded;

    /// <summary>What the targets received in the recorded flow.</summary>
    public T Received(IReadOnlyList<int> targets)
    {
        var isTarget = new bool[network.Network.Nodes];
        foreach (var t in targets)
        {
            isTarget[t] = true;
        }

        var sum = T.Zero;
        var from = network.Network.From;
        var to = network.Network.To;
        for (var a = 0; a < Math.Min(from.Length, network.FirstLink); a++)
        {
            sum = isTarget[to[a]] && !isTarget[from[a]] ? checked(sum + network.Network.Capacity[a]) : sum;
        }

        return sum;
    }

    /// <summary>Nodes on the way from a scored claim to the targets on the recorded movements (definitions E2).</summary>
    public bool[] Between(IReadOnlyList<int> targets)
    {
        var roles = Roles(NodeRole.Absent);
        foreach (var t in targets)
        {
            roles[t] = NodeRole.Target;
        }

        return Reach.Backward(network.Network, roles, recorded);
    }

    /// <summary>Nodes on a way from a scored claim to the targets, through OUTSIDE too: what is gained elsewhere is clean in L and in U.</summary>
    public bool[] Leads(IReadOnlyList<int> targets)
    {
        var roles = Roles(NodeRole.Inner);
        foreach (var (node, _) in network.Gains)
        {
            roles[node] = NodeRole.Inner;
        }

        foreach (var t in targets)
        {
            roles[t] = NodeRole.Target;
        }

        return Reach.Backward(network.Network, roles, returning);
    }

    /// <summary>Whether money at a node may reach one of some targets, through OUTSIDE too.</summary>
    public bool LeadsTo(int node, IEnumerable<int> targets)
    {
        var roles = Roles(NodeRole.Inner);
        roles[EventNodes.Crime] = NodeRole.Absent;
        roles[node] = NodeRole.Source;
        foreach (var t in targets)
        {
            roles[t] = NodeRole.Target;
        }

        var reached = Reach.Forward(network.Network, roles);
        return targets.Any(t => reached[t]);
    }

    /// <summary>The most that can be criminal money: OUTSIDE returns nothing tainted (U_rec), or anything that went in (U_out).</summary>
    public EventFlow<T> Upper(IReadOnlyList<int> targets, bool throughOutside)
    {
        var reached = throughOutside ? returning : recorded;
        var roles = Roles(throughOutside ? NodeRole.Inner : NodeRole.Absent);
        for (var v = EventNodes.Unseen + 1; v < roles.Length; v++)
        {
            roles[v] = reached[v] ? roles[v] : NodeRole.Absent;
        }

        foreach (var (node, on) in network.Gains)
        {
            roles[node] = reached[on] ? NodeRole.Source : NodeRole.Absent;
        }

        return Solve(roles, targets);
    }

    /// <summary>The most that can be clean money. Nodes that no claim reaches hold nothing else, so they count as its source.</summary>
    public EventFlow<T> Clean(IReadOnlyList<int> targets)
    {
        var roles = Roles(NodeRole.Source);
        roles[EventNodes.Crime] = NodeRole.Absent;
        roles[EventNodes.Clean] = roles[EventNodes.Unseen] = NodeRole.Source;
        for (var v = EventNodes.Unseen + 1; v < roles.Length; v++)
        {
            roles[v] = recorded[v] || roles[v] == NodeRole.Absent ? roles[v] : NodeRole.Source;
        }

        foreach (var (node, _) in network.Gains)
        {
            roles[node] = NodeRole.Source;
        }

        return Solve(roles, targets);
    }

    private EventFlow<T> Solve(NodeRole[] roles, IReadOnlyList<int> targets)
    {
        foreach (var t in targets)
        {
            roles[t] = NodeRole.Target;
        }

        var reduced = new ReducedNetwork<T>(network.Network, roles, everyNodeReached: true);
        return new EventFlow<T>(reduced, new MaximumFlow<T>(reduced.Network, reduced.Source, reduced.Target));
    }

    /// <summary>The claims are the source; gains, clean money and what is spent are left out.</summary>
    private NodeRole[] Roles(NodeRole outside)
    {
        var roles = new NodeRole[network.Network.Nodes];
        roles[EventNodes.Crime] = NodeRole.Source;
        roles[EventNodes.Clean] = roles[EventNodes.Unseen] = NodeRole.Absent;
        roles[network.Nodes.Sink] = NodeRole.Absent;
        foreach (var (node, _) in network.Gains)
        {
            roles[node] = NodeRole.Absent;
        }

        foreach (var day in network.Nodes.Days)
        {
            roles[network.Nodes.Outside(day)] = outside;
        }

        return roles;
    }
}
