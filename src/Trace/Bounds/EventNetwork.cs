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
    public EventNetwork(Reconciliation reconciliation, EventNodes nodes, ExchangeUnits<T> units)
    {
        Ledger = reconciliation.Ledger;
        Register = reconciliation.Register;
        Nodes = nodes;
        Units = units;
        Network = new FlowNetwork<T>(nodes.Count, (nodes.OfLeg.Length * 2) + 64);
    }

    public Ledger Ledger { get; }
    public Register Register { get; }
    public EventNodes Nodes { get; }
    public ExchangeUnits<T> Units { get; }
    public FlowNetwork<T> Network { get; }

    /// <summary>For each arc the leg (place in Legs) it belongs to, or -1; negative - 2 where it is the balance held over after that leg.</summary>
    public List<int> Meaning { get; } = [];

    /// <summary>Source node of each gain, and the node it was gained on.</summary>
    public List<(int Node, int On)> Gains { get; } = [];

    /// <summary>Set where some gain, wildcard or link makes the bounds outer ones (definitions E3, E7).</summary>
    public bool Outer { get; set; }

    public void Add(int from, int to, T amount, int meaning)
    {
        if (amount > T.Zero && from != to)
        {
            Network.Add(from, to, amount);
            Meaning.Add(meaning);
        }
    }

    /// <summary>
    /// What came out above what went in (definitions E3): clean for L, criminal for U where criminal money reaches <paramref name="on"/>, the node it was gained on.
    /// </summary>
    public void AddGain(int on, int to, T amount, int meaning)
    {
        if (amount > T.Zero)
        {
            Outer = true;
            Gains.Add((Network.AddNode(), on));
            Add(Gains[^1].Node, to, amount, meaning);
        }
    }

    /// <summary>The meaning of a balance held over after a leg.</summary>
    public static int HeldAfter(int place) => -place - 2;
}
