using System.Numerics;

namespace FinInvest.Graph.Assess.Support;

/// <summary>
/// A(s): the claim money at the target when what crosses a hop that does not hold is relabelled unproved at its receiver (definitions H5).
/// The rule's flow never changes: every node carries on the share of its claim money that is still proved. One pass in topological order.
/// <code>
///   crime --arc(hop 0)--> node 0 --arc(hop 1)--> node 1 (target)       proved(1) = arc * proved(0) / NodeMinor(0), if hop 1 holds
/// </code>
/// </summary>
internal sealed class ProvedAmount
{
    private const int Places = 256;
    private const int PrintedExactly = 2000;
    private readonly TracedFlow flow;
    private readonly double[] proved;
    private readonly double relativeError;

    public ProvedAmount(TracedFlow flow)
    {
        this.flow = flow;
        proved = new double[flow.NodeMinor.Length];
        // Every term is at least 0, so relative errors only add up: one rounding an addition, multiplication and division on the longest chain.
        relativeError = ((3.0 * flow.NodeMinor.Length) + flow.ArcMinor.Length + 16) * Math.Pow(2, -52);
        Traced = flow.NodeMinor.Length == 0 ? 0 : flow.NodeMinor[^1];
        CheckShape();
    }

    /// <summary>A with every hop holding: tau.</summary>
    public long Traced { get; }

    /// <summary>Whether A(s) is at least the threshold, decided exactly: by doubles where their error cannot matter, else by enclosing numbers of 256 binary places, else by rationals.</summary>
    public bool Reaches(ReadOnlySpan<bool> hopHolds, Fraction threshold)
    {
        var amount = Approximate(hopHolds);
        var least = threshold.ToDouble();
        if (amount * (1 + relativeError) < least * (1 - relativeError))
        {
            return false;
        }

        if (amount * (1 - relativeError) >= least * (1 + relativeError))
        {
            return true;
        }

        var (low, high) = Enclosed(hopHolds);
        return low >= threshold || (high >= threshold && Exact(hopHolds) >= threshold);
    }

    /// <summary>A(s) for printing: exact on flows of ordinary size; on larger ones, where the fraction would fill pages, rounded down in the 256th binary place.</summary>
    public Fraction ForPrint(ReadOnlySpan<bool> hopHolds) => flow.ArcTo.Length <= PrintedExactly ? Exact(hopHolds) : Enclosed(hopHolds).Low;

    /// <summary>A(s) between two numbers of 256 binary places; equal where no rounding was needed.</summary>
    private (Fraction Low, Fraction High) Enclosed(ReadOnlySpan<bool> hopHolds)
    {
        var low = new BigInteger[proved.Length];
        var high = new BigInteger[proved.Length];
        for (var arc = 0; arc < flow.ArcTo.Length; arc++)
        {
            if (!Holds(hopHolds, arc))
            {
                continue;
            }

            var (from, to, minor) = (flow.ArcFrom[arc], flow.ArcTo[arc], (BigInteger)flow.ArcMinor[arc]);
            if (from < 0)
            {
                low[to] += minor << Places;
                high[to] += minor << Places;
                continue;
            }

            var node = flow.NodeMinor[from];
            low[to] += minor * low[from] / node;
            high[to] += ((minor * high[from]) + node - 1) / node;
        }

        var unit = BigInteger.One << Places;
        return (new Fraction(low[^1], unit), new Fraction(high[^1], unit));
    }

    /// <summary>A(s) as an exact rational.</summary>
    public Fraction Exact(ReadOnlySpan<bool> hopHolds)
    {
        if (proved.Length == 0)
        {
            return Fraction.Zero;
        }

        var exact = new Fraction[proved.Length];
        for (var arc = 0; arc < flow.ArcTo.Length; arc++)
        {
            if (!Holds(hopHolds, arc))
            {
                continue;
            }

            var from = flow.ArcFrom[arc];
            var carried = new Fraction(flow.ArcMinor[arc], 1);
            if (from >= 0 && exact[from] != new Fraction(flow.NodeMinor[from], 1))
            {
                carried = exact[from].Numerator.IsZero ? Fraction.Zero : carried * exact[from] * new Fraction(1, flow.NodeMinor[from]);
            }

            exact[flow.ArcTo[arc]] += carried;
        }

        return exact[^1];
    }

    private double Approximate(ReadOnlySpan<bool> hopHolds)
    {
        if (proved.Length == 0)
        {
            return 0;
        }

        Array.Clear(proved);
        for (var arc = 0; arc < flow.ArcTo.Length; arc++)
        {
            if (!Holds(hopHolds, arc))
            {
                continue;
            }

            var from = flow.ArcFrom[arc];
            var carried = (double)flow.ArcMinor[arc];
            proved[flow.ArcTo[arc]] += from < 0 ? carried : carried * proved[from] / flow.NodeMinor[from];
        }

        return proved[^1];
    }

    private bool Holds(ReadOnlySpan<bool> hopHolds, int arc) => flow.ArcMinor[arc] > 0 && (flow.ArcHop[arc] < 0 || hopHolds[flow.ArcHop[arc]]);

    /// <summary>For each hop, whether some of its claim money can reach the target at all: the others cannot change A.</summary>
    public bool[] HopsThatMatter()
    {
        var reaches = new bool[flow.NodeMinor.Length];
        var matters = new bool[flow.Hops.Count];
        if (reaches.Length == 0)
        {
            return matters;
        }

        reaches[^1] = true;
        for (var arc = flow.ArcTo.Length - 1; arc >= 0; arc--)
        {
            if (!reaches[flow.ArcTo[arc]] || flow.ArcMinor[arc] == 0)
            {
                continue;
            }

            if (flow.ArcFrom[arc] >= 0)
            {
                reaches[flow.ArcFrom[arc]] = true;
            }

            if (flow.ArcHop[arc] >= 0)
            {
                matters[flow.ArcHop[arc]] = true;
            }
        }

        return matters;
    }

    private void CheckShape()
    {
        var into = new Int128[flow.NodeMinor.Length];
        for (var arc = 0; arc < flow.ArcTo.Length; arc++)
        {
            var (from, to) = (flow.ArcFrom[arc], flow.ArcTo[arc]);
            if (from >= to || (arc > 0 && flow.ArcTo[arc - 1] > to) || flow.ArcMinor[arc] < 0 || (from < 0 && flow.ArcHop[arc] < 0))
            {
                throw new InvalidOperationException($"Arc {arc} of the traced flow runs {from} -> {to}: arcs run upwards, sorted by their end, and one from the crime crosses a hop.");
            }

            into[to] += flow.ArcMinor[arc];
        }

        for (var node = 0; node < into.Length; node++)
        {
            if (into[node] != flow.NodeMinor[node])
            {
                throw new InvalidOperationException($"Node {node} of the traced flow holds {flow.NodeMinor[node]} but its arcs bring {into[node]}.");
            }
        }
    }
}
