namespace FinInvest.Graph.Trace.Paths;

/// <summary>
/// The fewest steps from an account to some end, without and with the one bridge still to come, whatever the order of time: never more than a lead needs,
/// so it cuts the search without losing one.
/// </summary>
internal sealed class LeadDistances
{
    private const int None = int.MaxValue / 2;
    private readonly int[] bridged;
    private readonly int[] open;

    public LeadDistances(PathIndex index, IReadOnlyList<PathRun> runs, LeadBridges bridges)
    {
        var ledger = index.Ledger;
        bridged = Empty(ledger.Accounts.Count);
        foreach (var run in runs)
        {
            foreach (var e in run.Target.Ends)
            {
                bridged[e.Node] = Math.Min(bridged[e.Node], run.Target.LinkCount);
            }
        }

        Spread(index, bridged);
        open = Empty(bridged.Length);
        foreach (var (account, steps) in OverLinks(index))
        {
            open[account] = steps;
        }

        var cash = bridges.CashInto.Select(a => bridged[a]).DefaultIfEmpty(None).Min();
        foreach (var account in bridges.CashFrom)
        {
            open[account] = Math.Min(open[account], cash + 2);
        }

        Spread(index, open);
    }

    public int Least(int account, bool isBridged) => isBridged ? bridged[account] : open[account];

    /// <summary>Accounts with a tie, and the fewest steps over ties and then payments.</summary>
    private List<(int Account, int Steps)> OverLinks(PathIndex index)
    {
        var ledger = index.Ledger;
        var least = new Dictionary<string, int>(StringComparer.Ordinal);
        var queue = new PriorityQueue<string, int>();
        foreach (var node in index.Ties.Nodes)
        {
            if (ledger.AccountIndex(node) is var a and > 0 && bridged[a] < None)
            {
                queue.Enqueue(node, bridged[a]);
            }
        }

        while (queue.TryDequeue(out var node, out var steps))
        {
            if (!least.TryAdd(node, steps))
            {
                continue;
            }

            foreach (var link in index.Ties.Of(node).Where(l => !least.ContainsKey(l.To) && ledger.AccountIndex(l.To) <= 0))
            {
                queue.Enqueue(link.To, steps + 1);
            }
        }

        var found = new List<(int, int)>();
        foreach (var node in index.Ties.Nodes)
        {
            if (ledger.AccountIndex(node) is var a and > 0)
            {
                found.Add((a, index.Ties.Of(node).Select(l => least.GetValueOrDefault(l.To, None) + 1).DefaultIfEmpty(None).Min()));
            }
        }

        return found;
    }

    private static int[] Empty(int count)
    {
        var all = new int[count];
        Array.Fill(all, None);
        return all;
    }

    /// <summary>Payments against their direction, each one step.</summary>
    private static void Spread(PathIndex index, int[] steps)
    {
        var queue = new PriorityQueue<int, int>();
        for (var v = 1; v < steps.Length; v++)
        {
            if (steps[v] < None)
            {
                queue.Enqueue(v, steps[v]);
            }
        }

        while (queue.TryDequeue(out var node, out var at))
        {
            if (steps[node] < at)
            {
                continue;
            }

            foreach (ref readonly var arc in index.Graph.In(node))
            {
                if (at + 1 < steps[arc.Neighbor])
                {
                    steps[arc.Neighbor] = at + 1;
                    queue.Enqueue(arc.Neighbor, at + 1);
                }
            }
        }
    }
}
