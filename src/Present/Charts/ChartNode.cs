namespace FinInvest.Graph.Present.Charts;

/// <summary>A thing with a place in the layout: a box, the label of an arrow, or a point where a long arrow passes a layer.</summary>
internal sealed class ChartNode(double width, int layer)
{
    public double Width { get; } = width;
    public int Layer { get; } = layer;

    /// <summary>Centre.</summary>
    public double X { get; set; }
    public double Y { get; set; }

    /// <summary>Half of the height of its layer: arrows that pass run straight down through it and bend only between layers.</summary>
    public double HalfLayer { get; set; }
    public List<ChartNode> Above { get; } = [];
    public List<ChartNode> Below { get; } = [];
}
