using System.Numerics;
using FinInvest.Graph.Network.Flow;

namespace FinInvest.Graph.Trace.Bounds;

/// <summary>
/// The recorded flow g as a network over time (definitions E1): a node an event of an account, an arc a transfer or a balance held over, every
/// inflow that no record explains a source and every spent unit a sink. Made once a case and order mode; targets are chosen afterwards.
/// </summary>
internal sealed class EventNetwork<T>
    where T : struct, IBinaryInteger<T>
{
    private readonly List<int> beyond = [];

    public EventNetwork(Reconciliation reconciliation, EventNodes nodes, ExchangeUnits<T> units, PossibleCorridor within)
    {
        Ledger = reconciliation.Ledger;
        Register = reconciliation.Register;
        Nodes = nodes;
        Units = units;
        Network = new FlowNetwork<T>(nodes.Count, (within.Places.Length * 2) + 64);
        Within = within;
    }

    public Ledger Ledger { get; }
    public Register Register { get; }
    public EventNodes Nodes { get; }

    /// <summary>Accounts that have nodes, and between which places.</summary>
    public PossibleCorridor Within { get; }
    public ExchangeUnits<T> Units { get; }
    public FlowNetwork<T> Network { get; }

    /// <summary>For each arc the leg (place in Legs) it belongs to, or -1; negative - 2 where it is the balance held over after that leg.</summary>
    public List<int> Meaning { get; } = [];

    /// <summary>Source node of each gain, and the node it was gained on.</summary>
    public List<(int Node, int On)> Gains { get; } = [];

    /// <summary>Nodes at which some gain, wildcard or link makes the bounds of what lies behind them outer ones (definitions E3, E5, E7), and which it is.</summary>
    public List<(int Node, string Because)> Wide { get; } = [];

    /// <summary>Number of arcs that come before those of links.</summary>
    public int FirstLink { get; private set; } = int.MaxValue;

    /// <param name="beyond">A wildcard beyond the recorded flow.</param>
    public void Add(int from, int to, T amount, int meaning, bool beyond = false)
    {
        if (amount > T.Zero && from != to)
        {
            var arc = Network.Add(from, to, amount);
            Meaning.Add(meaning);
            if (beyond)
            {
                this.beyond.Add(arc);
            }
        }
    }

    /// <summary>
    /// What came out above what went in (definitions E3): clean for L, criminal for U where criminal money reaches <paramref name="on"/>, the node it was gained on.
    /// </summary>
    /// <param name="because">One of <see cref="Wideness"/>.</param>
    public void AddGain(int on, int to, T amount, int meaning, string because, bool beyond = false)
    {
        if (amount > T.Zero)
        {
            Wide.Add((to, because));
            Gains.Add((Network.AddNode(), on));
            Add(Gains[^1].Node, to, amount, meaning, beyond);
        }
    }

    /// <summary>
    /// Money of a currency without a rate that went OUTSIDE may come back as any amount of another: criminal for U_out where criminal money reaches
    /// <paramref name="on"/>; for L OUTSIDE is clean without limit anyway.
    /// </summary>
    public void AddReturn(int on, int outside, T amount)
    {
        Wide.Add((outside, Wideness.NoRate));
        Gains.Add((Network.AddNode(), on));
        Add(Gains[^1].Node, outside, amount, -1, beyond: true);
    }

    /// <summary>
    /// Both-way arcs between a link's credits and targets (definitions E7). They come last: what a target received in the recorded flow is counted without them.
    /// </summary>
    public void AddLinks()
    {
        FirstLink = Network.Count;
        foreach (var link in Register.Links)
        {
            foreach (var credit in link.Credits.Where(c => Ledger.Position[(c * 2) + 1] >= 0))
            {
                var place = Ledger.Position[(credit * 2) + 1];
                var credited = Units.Value(Ledger.Accounts[Ledger.Credited[credit]].Currency, Ledger.CreditMinor[credit]);
                foreach (var target in link.Targets)
                {
                    Wide.Add((Nodes.OfLeg[place], Wideness.Link));
                    Wide.Add((Nodes.Asset[target], Wideness.Link));
                    var swap = T.Min(credited, Units.Value(Register.Acquisitions[target].Currency, Register.Acquisitions[target].Cost));
                    Add(Nodes.OfLeg[place], Nodes.Asset[target], swap, place, beyond: true);
                    Add(Nodes.Asset[target], Nodes.OfLeg[place], swap, place, beyond: true);
                }
            }
        }
    }

    /// <summary>Every event pays out what comes in (definitions E1), wildcards beyond the recorded flow aside.</summary>
    /// <exception cref="InvalidOperationException">It does not: the movement is named.</exception>
    public void AssertBalanced()
    {
        var net = new T[Network.Nodes];
        var from = Network.From;
        var to = Network.To;
        var capacity = Network.Capacity;
        var skipped = 0;
        for (var a = 0; a < from.Length; a++)
        {
            if (skipped < beyond.Count && beyond[skipped] == a)
            {
                skipped++;
                continue;
            }

            net[from[a]] -= capacity[a];
            net[to[a]] += capacity[a];
        }

        foreach (var place in Within.Places)
        {
            if (Nodes.OfLeg[place] != EventNodes.None && net[Nodes.OfLeg[place]] != T.Zero)
            {
                var rows = string.Join(", ", Ledger.RowsOf(Ledger.Legs[place] >> 1).ToArray().Select(r => r.ToString()));
                throw new InvalidOperationException($"The recorded flow does not balance at movement {Ledger.Legs[place] >> 1} ({rows}).");
            }
        }
    }

    /// <summary>The meaning of a balance held over after a leg.</summary>
    public static int HeldAfter(int place) => -place - 2;
}
