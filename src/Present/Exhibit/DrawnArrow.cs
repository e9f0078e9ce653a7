namespace FinInvest.Graph.Present.Exhibit;

/// <summary>One arrow of a chart with the movements it stands for, each once.</summary>
internal sealed class DrawnArrow(int number, string kind, string from, string to)
{
    private readonly List<int> movements = [];

    public int Number { get; } = number;
    public string Kind { get; } = kind;
    public string From { get; } = from;
    public string To { get; } = to;
    public string Text { get; private set; } = "";
    public IReadOnlyList<int> Movements => movements;

    public void Add(PathHop hop)
    {
        Text = Text.Length > 0 ? Text : hop.Text;
        if (hop.Movement >= 0 && !movements.Contains(hop.Movement))
        {
            movements.Add(hop.Movement);
        }
    }
}
