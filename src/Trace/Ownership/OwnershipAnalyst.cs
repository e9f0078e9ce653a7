using System.Globalization;
using System.Runtime.CompilerServices;
using FinInvest.Graph.Network;

namespace FinInvest.Graph.Trace.Ownership;

/// <summary>
/// Who owns what at a date (definitions G): a party's effective interest in a target is the probability that the walk from the target to
/// its owners, to theirs, and so on, stepping by shares, comes to the party. Loops count once, as they should: in a 50/50
/// cross-holding each company holds .5 of the other.
/// </summary>
public static class OwnershipAnalyst
{
    private const double Shown = 1e-15;

    private static readonly ConditionalWeakTable<CaseFacts, Dictionary<int, InterestGraph>> Graphs = [];

    /// <summary>Every party with an effective interest in a company, account or asset, largest first; what nobody declares is unknown.</summary>
    public static OwnershipResult Owners(CaseFacts facts, string target, Day at)
    {
        var graph = Graph(facts, at);
        var node = graph.Of(target);
        if (node < 0 || graph.IsUltimate(node))
        {
            return new OwnershipResult(target, at, [], 1, 1, false, [$"Nobody declares an owner of {target} on {at}."]);
        }

        var part = InterestPart.Above(graph, node);
        var walk = new AbsorbingWalk(part.Arcs, part.Low);
        var low = walk.Hits(part.Of(node));
        var ranged = part.HasRanges;
        var ranges = ranged ? new RangeWalk(part.Arcs, part.Low, part.High) : null;
        var notes = new List<string>(part.Notes(graph));
        var owners = new List<OwnerShare>();
        var through = part.StrongestChains(part.Of(node), upward: true);
        double known = 0;
        for (var v = 0; v < part.Count; v++)
        {
            if (v == part.Of(node))
            {
                continue;
            }

            var settled = true;
            var high = ranges is null ? low[v] : Math.Max(low[v], ranges.Into([v], true, out settled)[part.Of(node)]);
            if (!settled)
            {
                notes.Add($"The range of {graph.Ids[part.Nodes[v]]} is a lower bound: the loop did not settle.");
            }

            known += part.Arcs.Out(v).IsEmpty ? low[v] : 0;
            if (high > Shown)
            {
                owners.Add(Show(graph, part.Nodes[v], low[v], high, [.. through(v).Select(x => graph.Ids[part.Nodes[x]])]));
            }
        }

        var ends = Enumerable.Range(0, part.Count).Where(v => part.Arcs.Out(v).IsEmpty).ToList();
        var unknownLow = ranges is null ? 1 - known : 1 - ranges.Into(ends, true, out _)[part.Of(node)];
        var looped = Enumerable.Range(0, part.Count).Any(walk.IsLooped);
        if (looped)
        {
            notes.Add("Interests run in a loop: each is counted once, by the walk that ends where it is absorbed. A company in the loop is shown beside the persons behind it: these interests overlap and are not added.");
        }

        var (circlingLow, circlingHigh) = Circling(part, walk, ranges, part.Of(node), low);
        if (circlingHigh > Shown)
        {
            notes.Add($"Companies that own each other and that nobody outside owns anything of hold {Percent(circlingLow, circlingHigh)} in the end: no person has that part, so it stays unknown.");
        }

        return new OwnershipResult(target, at, [.. owners.OrderByDescending(o => o.High).ThenByDescending(o => o.Low).ThenBy(o => o.Party, StringComparer.Ordinal)],
            Clean(unknownLow), Clean(1 - known), looped, notes, Clean(circlingLow), Clean(circlingHigh));
    }

    /// <summary>Share that ends in circles that no share leaves, at the least and at the most.</summary>
    private static (double Low, double High) Circling(InterestPart part, AbsorbingWalk walk, RangeWalk? ranges, int target, double[] hits)
    {
        var closed = Enumerable.Range(0, part.Count).Where(walk.IsClosed).ToList();
        if (closed.Count == 0)
        {
            return (0, 0);
        }

        if (closed.Contains(target))
        {
            return (1, 1);
        }

        // Every walk that comes to a closed component comes to each of its nodes, so one node of each is enough.
        return ranges is not null ? (ranges.Into(closed, false, out _)[target], ranges.Into(closed, true, out _)[target])
            : closed.GroupBy(v => walk.ComponentOf(v)[0]).Sum(g => hits[g.Key]) is var share ? (share, share) : default;
    }

    private static string Percent(double low, double high)
    {
        static string One(double v) => (v * 100).ToString("0.##", CultureInfo.InvariantCulture);
        return One(low) == One(high) ? One(low) + " %" : $"{One(low)} to {One(high)} %";
    }

    /// <summary>
    /// Everything a party has an effective interest in, largest first: Owners lists the companies, accounts and assets held. Unknown is 0:
    /// the question is what is declared.
    /// </summary>
    public static OwnershipResult Holdings(CaseFacts facts, string party, Day at)
    {
        var graph = Graph(facts, at);
        var node = graph.Of(party);
        if (node < 0)
        {
            return new OwnershipResult(party, at, [], 0, 0, false, [$"{party} is in no interest that is valid on {at}."]);
        }

        var part = InterestPart.Below(graph, node);
        var ranges = new RangeWalk(part.Arcs, part.Low, part.High);
        var low = ranges.Into([part.Of(node)], false, out var lowSettled);
        var high = part.HasRanges ? ranges.Into([part.Of(node)], true, out _) : low;
        var notes = new List<string>(part.Notes(graph));
        if (!lowSettled)
        {
            notes.Add("A loop did not settle: the shares are lower bounds.");
        }

        var through = part.StrongestChains(part.Of(node), upward: false);
        var held = Enumerable.Range(0, part.Count).Where(v => v != part.Of(node) && high[v] > Shown)
            .Select(v => Show(graph, part.Nodes[v], low[v], high[v], [.. through(v).Select(x => graph.Ids[part.Nodes[x]])]))
            .OrderByDescending(o => o.High).ThenByDescending(o => o.Low).ThenBy(o => o.Party, StringComparer.Ordinal);
        var looped = StronglyConnectedComponents.Find(part.Arcs).Count < part.Count || Enumerable.Range(0, part.Count).Any(v => part.Arcs.Out(v).Contains(v));
        return new OwnershipResult(party, at, [.. held], 0, 0, looped, notes);
    }

    /// <summary>Owners at the end of the chains (persons, and bodies of which nobody declares an owner) that may hold at least a threshold.</summary>
    /// <param name="threshold">0 to 1, e.g. .25; reached when the high end of the range does.</param>
    public static IReadOnlyList<OwnerShare> UltimateOwners(CaseFacts facts, string target, Day at, double threshold)
    {
        var graph = Graph(facts, at);
        return [.. Owners(facts, target, at).Owners.Where(o => o.High >= threshold - 1e-12 && graph.IsUltimate(graph.Of(o.Party)))];
    }

    internal static InterestGraph Graph(CaseFacts facts, Day at)
    {
        var byDay = Graphs.GetOrCreateValue(facts);
        lock (byDay)
        {
            if (!byDay.TryGetValue(at.Number, out var graph))
            {
                byDay.Clear();
                byDay.Add(at.Number, graph = InterestGraph.Build(facts, at));
            }

            return graph;
        }
    }

    private static OwnerShare Show(InterestGraph graph, int node, double low, double high, IReadOnlyList<string> through)
        => new(graph.Ids[node], graph.Name(graph.Ids[node]), Clean(low), Clean(high), through);

    /// <summary>Values are exact to about 1e-12; what lies outside 0 to 1 by rounding is put back.</summary>
    private static double Clean(double share) => share < 1e-13 ? 0 : Math.Min(1, share);
}
