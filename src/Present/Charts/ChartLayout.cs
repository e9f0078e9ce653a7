namespace FinInvest.Graph.Present.Charts;

/// <summary>
/// Places boxes in layers by hop, downwards so that a chain of many hops still reads on upright A4, and orders each layer by barycentre.
/// Arrow labels stand in layers of their own between the boxes, so nothing lies over anything. Same chart, same places: no randomness, ties by order given.
/// <code>
///   layer 0   [box]   [box]
///   layer 1    (1)  (2) (3)      labels of arrows
///   layer 2   [box]  |  [box]    | = a longer arrow passing by
/// </code>
/// </summary>
internal sealed class ChartLayout
{
    public const double BoxWidth = 212;
    public const double LabelWidth = 196;
    private const double PassWidth = 26;
    private const double Gap = 20;
    private const int Sweeps = 12;
    private readonly Dictionary<string, ChartNode> boxes = new(StringComparer.Ordinal);
    private readonly List<List<ChartNode>> layers = [];

    public ChartLayout(PathChartContent chart)
    {
        var ranks = Ranks(chart, out var isReversed);
        var depth = chart.Boxes.Count == 0 ? 0 : (ranks.Values.Max() * 2) + 1;
        for (var i = 0; i < depth; i++)
        {
            layers.Add([]);
        }

        foreach (var box in chart.Boxes)
        {
            boxes[box.Id] = Add(new ChartNode(BoxWidth, ranks[box.Id] * 2));
        }

        Chains = [.. chart.Arrows.Select((a, i) => Chain(a, isReversed[i]))];
        IsReversed = isReversed;
        Order();
        Place();
    }

    /// <summary>The nodes of each arrow from its upper to its lower box; the second is its label.</summary>
    public IReadOnlyList<IReadOnlyList<ChartNode>> Chains { get; }

    /// <summary>Arrows that run upwards.</summary>
    public IReadOnlyList<bool> IsReversed { get; }
    public IReadOnlyList<IReadOnlyList<ChartNode>> Layers => layers;
    public ChartNode Box(string id) => boxes[id];

    /// <summary>Layers of boxes: the longest way from a source, arrows that would close a cycle set aside.</summary>
    private static Dictionary<string, int> Ranks(PathChartContent chart, out bool[] isReversed)
    {
        var next = chart.Boxes.ToDictionary(b => b.Id, _ => new List<string>(), StringComparer.Ordinal);
        isReversed = new bool[chart.Arrows.Count];
        for (var i = 0; i < chart.Arrows.Count; i++)
        {
            var a = chart.Arrows[i];
            isReversed[i] = a.From == a.To || Reaches(next, a.To, a.From);
            if (!isReversed[i])
            {
                next[a.From].Add(a.To);
            }
        }

        var ranks = chart.Boxes.ToDictionary(b => b.Id, _ => 0, StringComparer.Ordinal);
        for (var round = 0; round < chart.Boxes.Count; round++)
        {
            foreach (var box in chart.Boxes)
            {
                foreach (var to in next[box.Id])
                {
                    ranks[to] = Math.Max(ranks[to], ranks[box.Id] + 1);
                }
            }
        }

        return ranks;
    }

    private static bool Reaches(Dictionary<string, List<string>> next, string from, string to)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { from };
        var stack = new Stack<string>(seen);
        while (stack.TryPop(out var at))
        {
            if (at == to)
            {
                return true;
            }

            foreach (var n in next[at].Where(seen.Add))
            {
                stack.Push(n);
            }
        }

        return false;
    }

    private ChartNode Add(ChartNode node)
    {
        layers[node.Layer].Add(node);
        return node;
    }

    private List<ChartNode> Chain(ChartArrow arrow, bool reversed)
    {
        var upper = boxes[reversed ? arrow.To : arrow.From];
        var lower = boxes[reversed ? arrow.From : arrow.To];
        var chain = new List<ChartNode> { upper };
        for (var layer = upper.Layer + 1; layer < lower.Layer; layer++)
        {
            chain.Add(Add(new ChartNode(layer == upper.Layer + 1 ? LabelWidth : PassWidth, layer)));
        }

        chain.Add(lower);
        for (var i = 1; i < chain.Count; i++)
        {
            chain[i - 1].Below.Add(chain[i]);
            chain[i].Above.Add(chain[i - 1]);
        }

        return chain;
    }

    private void Order()
    {
        Pack();
        var best = layers.Select(l => l.ToList()).ToList();
        var fewest = Crossings();
        for (var sweep = 0; sweep < Sweeps && fewest > 0; sweep++)
        {
            var down = sweep % 2 == 0;
            for (var i = 0; i < layers.Count; i++)
            {
                var layer = layers[down ? i : layers.Count - 1 - i];
                var sorted = layer.OrderBy(n => Mean(down ? n.Above : n.Below, n.X)).ToList();
                layer.Clear();
                layer.AddRange(sorted);
                PackLayer(layer);
            }

            var crossings = Crossings();
            if (crossings < fewest)
            {
                fewest = crossings;
                best = [.. layers.Select(l => l.ToList())];
            }
        }

        for (var i = 0; i < layers.Count; i++)
        {
            layers[i].Clear();
            layers[i].AddRange(best[i]);
        }

        Pack();
    }

    private int Crossings()
    {
        var count = 0;
        foreach (var layer in layers)
        {
            var arcs = layer.SelectMany(n => n.Below.Select(b => (From: n.X, To: b.X))).ToList();
            for (var i = 0; i < arcs.Count; i++)
            {
                for (var j = i + 1; j < arcs.Count; j++)
                {
                    count += (arcs[i].From - arcs[j].From) * (arcs[i].To - arcs[j].To) < 0 ? 1 : 0;
                }
            }
        }

        return count;
    }

    private void Pack() => layers.ForEach(PackLayer);

    private static void PackLayer(List<ChartNode> layer)
    {
        var x = -(layer.Sum(n => n.Width) + (Gap * Math.Max(0, layer.Count - 1))) / 2;
        foreach (var n in layer)
        {
            n.X = x + (n.Width / 2);
            x += n.Width + Gap;
        }
    }

    /// <summary>Draws each node towards its neighbours, keeping the order and the distance within its layer.</summary>
    private void Place()
    {
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var down = sweep % 2 == 0;
            for (var i = 0; i < layers.Count; i++)
            {
                var layer = layers[down ? i : layers.Count - 1 - i];
                Spread(layer, [.. layer.Select(n => Mean(sweep >= Sweeps - 2 ? n.Above.Concat(n.Below) : down ? n.Above : n.Below, n.X))]);
            }
        }
    }

    /// <summary>The mean of the two tightest placements from the left and from the right: both keep the distances, so their mean does.</summary>
    private static void Spread(List<ChartNode> layer, double[] wanted)
    {
        var left = wanted.ToArray();
        var right = wanted.ToArray();
        for (var i = 1; i < layer.Count; i++)
        {
            left[i] = Math.Max(left[i], left[i - 1] + Distance(layer[i - 1], layer[i]));
        }

        for (var i = layer.Count - 2; i >= 0; i--)
        {
            right[i] = Math.Min(right[i], right[i + 1] - Distance(layer[i], layer[i + 1]));
        }

        for (var i = 0; i < layer.Count; i++)
        {
            layer[i].X = (left[i] + right[i]) / 2;
        }
    }

    private static double Distance(ChartNode a, ChartNode b) => ((a.Width + b.Width) / 2) + Gap;

    private static double Mean(IEnumerable<ChartNode> nodes, double otherwise)
    {
        (double sum, var count) = (0, 0);
        foreach (var n in nodes)
        {
            sum += n.X;
            count++;
        }

        return count == 0 ? otherwise : sum / count;
    }
}
