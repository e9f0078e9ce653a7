namespace FinInvest.Graph.Network;

/// <summary>Expected visits inside one strongly connected component: x = entry + A' x, by sweeps where they settle, else by elimination.</summary>
internal sealed class LoopSolver
{
    private const int EliminationMax = 3000;

    private readonly int[] nodes;
    private readonly int[] start;
    private readonly int[] from;
    private readonly double[] share;
    private readonly double[] loop;
    private double[][]? inverse;

    public LoopSolver(Adjacency graph, double[] shares, int[] nodes)
    {
        this.nodes = nodes;
        var place = new Dictionary<int, int>(nodes.Length);
        for (var i = 0; i < nodes.Length; i++)
        {
            place[nodes[i]] = i;
        }

        var into = new List<(int From, double Share)>[nodes.Length];
        loop = new double[nodes.Length];
        for (var i = 0; i < nodes.Length; i++)
        {
            into[i] = [];
        }

        for (var i = 0; i < nodes.Length; i++)
        {
            for (var at = graph.Start[nodes[i]]; at < graph.Start[nodes[i] + 1]; at++)
            {
                if (!place.TryGetValue(graph.Neighbor[at], out var to))
                {
                    continue;
                }

                if (to == i)
                {
                    loop[i] += shares[at];
                }
                else
                {
                    into[to].Add((i, shares[at]));
                }
            }
        }

        start = new int[nodes.Length + 1];
        for (var i = 0; i < nodes.Length; i++)
        {
            start[i + 1] = start[i] + into[i].Count;
        }

        from = [.. into.SelectMany(l => l.Select(x => x.From))];
        share = [.. into.SelectMany(l => l.Select(x => x.Share))];
    }

    /// <summary>Writes the visits to the component's nodes; entry and visits are indexed by node of the graph.</summary>
    public void Visits(double[] entry, double[] visits, int sweepsMax, double enough)
    {
        if (inverse is null)
        {
            var x = new double[nodes.Length];
            if (Sweep(entry, x, sweepsMax, enough))
            {
                for (var i = 0; i < nodes.Length; i++)
                {
                    visits[nodes[i]] = x[i];
                }

                return;
            }

            inverse = nodes.Length <= EliminationMax ? Invert() : throw new InvalidOperationException(
                $"A loop of {nodes.Length} nodes does not settle in {sweepsMax} sweeps and is too large to eliminate (at most {EliminationMax}).");
        }

        for (var i = 0; i < nodes.Length; i++)
        {
            double sum = 0;
            for (var j = 0; j < nodes.Length; j++)
            {
                sum += entry[nodes[j]] == 0 ? 0 : entry[nodes[j]] * inverse[j][i];
            }

            visits[nodes[i]] = sum;
        }
    }

    /// <summary>Gauss and Seidel's sweeps; the values only rise, so a sweep that changes nothing is the answer.</summary>
    private bool Sweep(double[] entry, double[] x, int sweepsMax, double enough)
    {
        for (var sweep = 0; sweep < sweepsMax; sweep++)
        {
            double change = 0;
            for (var i = 0; i < x.Length; i++)
            {
                var sum = entry[nodes[i]];
                for (var at = start[i]; at < start[i + 1]; at++)
                {
                    sum += share[at] * x[from[at]];
                }

                sum /= 1 - loop[i];
                change = Math.Max(change, Math.Abs(sum - x[i]) / Math.Max(1, sum));
                x[i] = sum;
            }

            if (change <= enough)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>(I - A)^-1 by elimination with row exchange.</summary>
    private double[][] Invert()
    {
        var n = nodes.Length;
        var left = new double[n][];
        var right = new double[n][];
        for (var i = 0; i < n; i++)
        {
            left[i] = new double[n];
            right[i] = new double[n];
            left[i][i] = 1 - loop[i];
            right[i][i] = 1;
        }

        for (var i = 0; i < n; i++)
        {
            for (var at = start[i]; at < start[i + 1]; at++)
            {
                left[from[at]][i] -= share[at];
            }
        }

        for (var column = 0; column < n; column++)
        {
            var pivot = column;
            for (var row = column + 1; row < n; row++)
            {
                pivot = Math.Abs(left[row][column]) > Math.Abs(left[pivot][column]) ? row : pivot;
            }

            (left[column], left[pivot]) = (left[pivot], left[column]);
            (right[column], right[pivot]) = (right[pivot], right[column]);
            var scale = 1 / left[column][column];
            for (var row = 0; row < n; row++)
            {
                var factor = row == column ? 0 : left[row][column] * scale;
                if (factor == 0)
                {
                    continue;
                }

                Subtract(left[row], left[column], factor);
                Subtract(right[row], right[column], factor);
            }
        }

        for (var i = 0; i < n; i++)
        {
            var scale = 1 / left[i][i];
            for (var j = 0; j < n; j++)
            {
                right[i][j] *= scale;
            }
        }

        return right;
    }

    private static void Subtract(double[] row, double[] pivot, double factor)
    {
        for (var j = 0; j < row.Length; j++)
        {
            row[j] -= factor * pivot[j];
        }
    }
}
