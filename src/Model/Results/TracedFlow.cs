namespace FinInvest.Graph.Model.Results;

/// <summary>
/// The claim-carrying flow under a rule, for one target: a DAG in topological order on which Assess evaluates A(s) (definitions H5).
/// Nodes are lots: a parcel (FIFO, LIFO) or a state of a pool (rules that keep owner totals), per claim. Every node's claim amount is
/// the sum of its arcs in; arcs out carry it on with the node's proved share. Money that leaves towards anything but the target needs
/// no arc, so a node's arcs out may sum to less than NodeMinor.
/// </summary>
/// <param name="NodeMinor">Claim amount of each node; arcs run from lower to higher index; the last node is the target.</param>
/// <param name="ArcFrom">-1 = from the crime itself (a named credit), else a node.</param>
/// <param name="ArcTo">A node; arcs are sorted by it.</param>
/// <param name="ArcHop">Index into Hops of the hop the arc crosses; -1 = none (it stays in the account).</param>
public sealed record TracedFlow(long[] NodeMinor, int[] ArcFrom, int[] ArcTo, long[] ArcMinor, int[] ArcHop, IReadOnlyList<FlowHop> Hops);
