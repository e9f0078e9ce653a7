using System.Globalization;
using QuikGraph;
using QuikGraph.Algorithms;

namespace FinInvest.Graph.Trace.CaseSubgraph;

/// <summary>
/// The accounts and movements of one result as a graph to draw and to look for round trips in: components, loops, and layers in which
/// money runs forward. At most <see cref="MovementsMax"/> movements; what was cut is named. Ranking paths is not its task.
/// </summary>
public sealed class MovementGraph
{
    /// <summary>Movements that fit.</summary>
    public const int MovementsMax = 10_000;

    private readonly BidirectionalGraph<string, TaggedEdge<string, int>> graph = new();

    private MovementGraph(string cut) => Cut = cut;

    /// <summary>"n of N movements" where some were left out; else empty.</summary>
    public string Cut { get; }

    /// <summary>Accounts in ordinal order. OUTSIDE is left out: it would join everything.</summary>
    public IReadOnlyList<string> Accounts => [.. graph.Vertices.Order(StringComparer.Ordinal)];

    /// <summary>Movements between two accounts, ascending.</summary>
    public IReadOnlyList<int> Movements => [.. graph.Edges.Select(e => e.Tag).Order()];

    /// <param name="movements">Indexes into the ledger; duplicates count once. Those with OUTSIDE give their account only.</param>
    public static MovementGraph Of(Ledger ledger, IEnumerable<int> movements)
    {
        var all = movements.Distinct().Order().ToList();
        var cut = all.Count <= MovementsMax ? "" : string.Create(CultureInfo.InvariantCulture, $"{MovementsMax} of {all.Count} movements are drawn.");
        var result = new MovementGraph(cut);
        foreach (var m in all.Take(MovementsMax))
        {
            var (from, to) = (ledger.Debited[m], ledger.Credited[m]);
            foreach (var a in new[] { from, to }.Where(a => a != LedgerAccount.Outside))
            {
                result.graph.AddVertex(ledger.Accounts[a].Id);
            }

            if (from != LedgerAccount.Outside && to != LedgerAccount.Outside)
            {
                result.graph.AddEdge(new TaggedEdge<string, int>(ledger.Accounts[from].Id, ledger.Accounts[to].Id, m));
            }
        }

        return result;
    }

    /// <summary>Accounts that hang together in any direction, each group and the groups in ordinal order.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Components()
    {
        var of = new Dictionary<string, int>(StringComparer.Ordinal);
        graph.WeaklyConnectedComponents(of);
        return Groups(of);
    }

    /// <summary>Groups of at least two accounts in which money can come back to where it was (order of time not looked at).</summary>
    public IReadOnlyList<IReadOnlyList<string>> Loops()
    {
        var of = new Dictionary<string, int>(StringComparer.Ordinal);
        graph.StronglyConnectedComponents(of);
        return [.. Groups(of).Where(g => g.Count > 1)];
    }

    /// <summary>
    /// Layers for drawing from left to right: each loop counts as one place, and every movement between two places runs to a later layer
    /// (the longest way from the left).
    /// </summary>
    public IReadOnlyDictionary<string, int> Layers()
    {
        var condensed = graph.CondensateStronglyConnected<string, TaggedEdge<string, int>, BidirectionalGraph<string, TaggedEdge<string, int>>>();
        var layer = new Dictionary<string, int>(StringComparer.Ordinal);
        var ofPlace = new Dictionary<object, int>(ReferenceEqualityComparer.Instance);
        foreach (var place in condensed.TopologicalSort())
        {
            var before = condensed.InEdges(place).Where(e => !ReferenceEquals(e.Source, place)).Select(e => ofPlace[e.Source] + 1).DefaultIfEmpty(0).Max();
            ofPlace[place] = before;
            foreach (var account in place.Vertices)
            {
                layer[account] = before;
            }
        }

        return layer;
    }

    private static List<IReadOnlyList<string>> Groups(Dictionary<string, int> of)
        => [.. of.GroupBy(p => p.Value, p => p.Key).Select(g => (IReadOnlyList<string>)[.. g.Order(StringComparer.Ordinal)]).OrderBy(g => g[0], StringComparer.Ordinal)];
}
