using System.Numerics;
using FinInvest.Graph.Network.Flow;

namespace FinInvest.Graph.Trace.Bounds;

/// <summary>
/// Credits named as proceeds whose payer may already hold money that crossed an unproved hop. Such money keeps its first claim and is not named again
/// (definitions B2), so it stays unproved: for the floor of a tier as much of the named part may be clean as the payer can send (an outer bound).
/// </summary>
internal sealed class DoubtedClaims<T>
    where T : struct, IBinaryInteger<T>
{
    private readonly HashSet<int> begun = [];
    private List<(int Payer, int Credit, T Amount)> named = [];

    /// <summary>A node at which money becomes unproved.</summary>
    public void Begin(int node) => begun.Add(node);

    /// <summary>A named credit with a recorded payer.</summary>
    public void NameAgain(int payer, int credit, T amount) => named.Add((payer, credit, amount));

    /// <summary>Adds an arc from payer to credit wherever unproved money reaches the payer, until no further one is reached.</summary>
    public void Add(EventNetwork<T> network)
    {
        while (named.Count > 0 && begun.Count > 0)
        {
            var reached = Reach.Forward(network.Network, Roles(network));
            var doubted = named.Where(n => reached[n.Payer]).ToList();
            if (doubted.Count == 0)
            {
                return;
            }

            named = [.. named.Where(n => !reached[n.Payer])];
            foreach (var (payer, credit, amount) in doubted)
            {
                network.Add(payer, credit, amount, -1, beyond: true);
            }
        }
    }

    private NodeRole[] Roles(EventNetwork<T> network)
    {
        var roles = new NodeRole[network.Network.Nodes];
        roles[EventNodes.Crime] = roles[EventNodes.Clean] = roles[EventNodes.Unseen] = roles[network.Nodes.Sink] = NodeRole.Absent;
        foreach (var day in network.Nodes.Days)
        {
            roles[network.Nodes.Outside(day)] = NodeRole.Absent;
        }

        foreach (var node in begun)
        {
            roles[node] = NodeRole.Source;
        }

        return roles;
    }
}
