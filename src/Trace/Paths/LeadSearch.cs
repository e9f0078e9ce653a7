using System.Globalization;
using FinInvest.Graph.Model.Ledgers;
using FinInvest.Graph.Network;

namespace FinInvest.Graph.Trace.Paths;

/// <summary>
/// Association paths (definitions F3): a chain of payments, one bridge, a chain of payments. A bridge is a chain of links between two accounts, or cash that left one and
/// cash that came into the other within some days. Fewest steps first, by depth: for each number of steps a walk that is cut where too few steps are left.
/// Exact up to its work; of each sequence the first chain is kept.
/// </summary>
internal sealed class LeadSearch
{
    private readonly PathIndex index;
    private readonly Ledger ledger;
    private readonly IReadOnlyList<PathRun> runs;
    private readonly PathQuery query;
    private readonly PathOptions options;
    private readonly LeadBridges bridges;
    private readonly LeadDistances distances;
    private readonly PrefixTable prefixes = new();
    private readonly HashSet<(int Run, int Prefix)> ended = [];
    private readonly List<Lead> found = [];
    private readonly List<int> nodes = [];
    private readonly List<int> before = [];
    private readonly List<int> after = [];
    private LinkChain? bridge;
    private int steps;
    private int run;
    private PathStart start;
    private long work;

    public LeadSearch(PathIndex index, IReadOnlyList<PathRun> runs, PathQuery query, PathOptions options)
    {
        (this.index, this.runs, this.query, this.options) = (index, runs, query, options);
        ledger = index.Ledger;
        bridges = new LeadBridges(index, options);
        distances = new LeadDistances(index, runs, bridges);
    }

    private int StepsMax => options.HopsMax + (3 * options.LinksMax);

    private bool IsDone => found.Count >= options.LeadsMax || work > options.WorkMax;

    public List<Lead> Find()
    {
        for (steps = 1; steps <= StepsMax && !IsDone; steps++)
        {
            for (run = 0; run < runs.Count && !IsDone; run++)
            {
                prefixes.Clear();
                ended.Clear();
                foreach (var s in runs[run].Starts.Starts.Where(s => s.Weight >= runs[run].WeightMin).OrderBy(s => s.Place))
                {
                    Begin(s);
                }
            }
        }

        return found;
    }

    /// <summary>What the list of leads leaves out, in a sentence.</summary>
    public string Cut(int shown)
    {
        var number = shown.ToString(CultureInfo.InvariantCulture);
        var scope = $"with one association, fewest steps first, at most {options.HopsMax.ToString(CultureInfo.InvariantCulture)} transfers";
        return work > options.WorkMax ? $"The search for leads gave up after {options.WorkMax.ToString(CultureInfo.InvariantCulture)} arcs: {number} found and there may be more, {scope}."
            : shown >= options.LeadsMax ? $"{number} shown and there may be more, {scope}." : $"{number} of {number} leads {scope}.";
    }

    private void Begin(PathStart s)
    {
        start = s;
        nodes.Add(s.Node);
        var prefix = prefixes.Number(-1, s.Node);
        if (prefixes.Enter(prefix, s.Place, s.Low, query.GapMax is not null))
        {
            Visit(s.Node, s.Place, s.Low, s.ArrivedLow, prefix, steps - runs[run].Starts.LinkCount);
        }

        nodes.Clear();
    }

    private void Visit(int node, int place, long moment, long arrivedLow, int prefix, int left)
    {
        if (bridge is not null)
        {
            End(node, place, moment, arrivedLow, prefix, left);
        }
        else if (before.Count > 0 || runs[run].Starts.Marks[start.Id] is not null)
        {
            Cross(node, place, moment, arrivedLow, prefix, left);
        }

        if (left <= 0 || before.Count + after.Count == options.HopsMax)
        {
            return;
        }

        foreach (ref readonly var arc in index.Graph.OutAfter(node, place))
        {
            if (IsDone || ++work > options.WorkMax)
            {
                return;
            }

            var next = moment;
            if (arc.Weight < runs[run].WeightMin || distances.Least(arc.Neighbor, bridge is not null) > left - 1 || nodes.Contains(arc.Neighbor)
                || !InWindow(arc.Edge) || !InGap(arrivedLow, index.Times.Departure(arc.Edge).Low) || !Within(index.Times.Departure(arc.Edge), ref next)
                || !Within(index.Times.Arrival(arc.Edge), ref next))
            {
                continue;
            }

            var longer = prefixes.Number(prefix, arc.Neighbor);
            if (!prefixes.Enter(longer, query.GapMax is null ? arc.Arrive : arc.Edge, next, query.GapMax is not null))
            {
                continue;
            }

            var chain = bridge is null ? before : after;
            chain.Add(index.Movements[arc.Edge]);
            nodes.Add(arc.Neighbor);
            Visit(arc.Neighbor, arc.Arrive, next, index.Times.Arrival(arc.Edge).Low, longer, left - 1);
            nodes.RemoveAt(nodes.Count - 1);
            chain.RemoveAt(chain.Count - 1);
        }
    }

    private void Cross(int node, int place, long moment, long arrivedLow, int prefix, int left)
    {
        foreach (var (chain, at) in bridges.From(node, place, moment, left))
        {
            work++;
            if (IsDone || nodes.Contains(chain.Account) || distances.Least(chain.Account, true) > left - chain.Hops.Count)
            {
                continue;
            }

            // A bridge is a sequence of its own by what it passes.
            var longer = prefixes.Number(prefix, ledger.Accounts.Count + bridges.NumberOf(chain));
            if (!prefixes.Enter(longer, at, chain.Moment, query.GapMax is not null))
            {
                continue;
            }

            bridge = chain;
            nodes.Add(chain.Account);
            Visit(chain.Account, at, chain.Moment, arrivedLow, longer, left - chain.Hops.Count);
            nodes.RemoveAt(nodes.Count - 1);
            bridge = null;
        }
    }

    private void End(int node, int place, long moment, long arrivedLow, int prefix, int left)
    {
        if (left != runs[run].Target.LinkCount || ended.Contains((run, prefix)))
        {
            return;
        }

        foreach (var e in runs[run].Target.Ends.OrderBy(e => e.Place))
        {
            var at = moment;
            if (e.Node != node || e.Place <= place || e.Weight < runs[run].WeightMin || !Within(e.Time, ref at) || (e.Time.Low != long.MinValue && !InGap(arrivedLow, e.Time.Low))
                || (after.Count == 0 && runs[run].Target.Movements[e.Id] < 0) || PartyTwice(e.Id) || IsDone)
            {
                continue;
            }

            ended.Add((run, prefix));
            found.Add(new Lead(runs[run], start.Id, e.Id, [.. before], bridge!.Hops, [.. after]));
            return;
        }
    }

    /// <summary>Whether a party of the bridge stands before or after the money too (definitions F2).</summary>
    private bool PartyTwice(int end)
    {
        if (options.SimpleAccounts)
        {
            return false;
        }

        var others = (runs[run].Starts.LinkCount > 0 ? runs[run].Starts.Chains[start.Id].Nodes : []).Concat(runs[run].Target.LinkCount > 0 ? runs[run].Target.Chains[end].Nodes : []);
        return others.Intersect(bridge!.Nodes, StringComparer.Ordinal).Any();
    }

    private bool InWindow(int edge) => query.Window is not { } w || (index.Times.Departure(edge).Low >= w.Low && index.Times.Arrival(edge).High <= w.High);

    private bool InGap(long arrivedLow, long departure) => query.GapMax is not { } gap || arrivedLow == long.MinValue || departure - arrivedLow <= gap;

    private static bool Within(TimeInterval interval, ref long moment)
    {
        moment = Math.Max(moment, interval.Low);
        return moment <= interval.High;
    }
}
