using System.Numerics;

namespace FinInvest.Graph.Trace.Bounds;

/// <summary>
/// L with the hops of each tier of proof only (definitions E7): on the network a hop that is not proved ends in a sink, and at its receiver as much clean money
/// begins. Networks are built from the widest tier to the strictest; one whose hops are those of the tier before is not built again.
/// </summary>
internal sealed class ProvedFloors<T>
    where T : struct, IBinaryInteger<T>
{
    private readonly HopTiers tiers;
    private readonly EventQuestion<T>[] questions;

    /// <param name="build">Builds the network with some hops unproved.</param>
    public ProvedFloors(HopTiers tiers, EventQuestion<T> all, int movements, Func<HopProof, EventNetwork<T>> build)
    {
        this.tiers = tiers;
        questions = new EventQuestion<T>[tiers.Names.Count];
        var proof = new HopProof(tiers, all.Recorded, movements);
        for (var tier = questions.Length - 1; tier >= 0; tier--)
        {
            var widest = tier == questions.Length - 1;
            if (!widest && !proof.AnyAt(tier + 1))
            {
                questions[tier] = questions[tier + 1];
                continue;
            }

            proof.Tier = tier;
            var network = build(proof);
            questions[tier] = widest && !proof.AnyUnproved ? all : new EventQuestion<T>(network);
        }
    }

    /// <summary>L by tier, in units of capacity.</summary>
    /// <param name="nodes">Targets of the network.</param>
    /// <param name="lower">L with every hop; no tier has more.</param>
    public T[] Lower(IReadOnlyList<int> nodes, T received, T lower)
    {
        var found = new T[tiers.Names.Count];
        for (var tier = found.Length - 1; tier >= 0; tier--)
        {
            var most = tier == found.Length - 1 ? lower : found[tier + 1];
            found[tier] = most == T.Zero || (tier < found.Length - 1 && ReferenceEquals(questions[tier], questions[tier + 1])) ? most
                : received - T.Min(received, questions[tier].Clean(nodes).Value);
            if (found[tier] > most)
            {
                throw new InvalidOperationException($"The floor at {tiers.Names[tier]} is {found[tier]}, more than {most} with more hops proved.");
            }
        }

        return found;
    }
}
