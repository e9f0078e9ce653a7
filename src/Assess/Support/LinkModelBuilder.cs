using System.Globalization;

namespace FinInvest.Graph.Assess.Support;

/// <summary>Collects elements, kinds and classes while hops are added; equal proof is found by the lists of items for and against.</summary>
internal sealed class LinkModelBuilder
{
    private readonly ILookup<string, int> supporting;
    private readonly ILookup<string, int> contradicting;
    private readonly Dictionary<string, int> elementByName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> kindBySignature = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> classBySignature = new(StringComparer.Ordinal);

    public LinkModelBuilder(IReadOnlyList<ReliedItem> items)
    {
        supporting = items.SelectMany((item, i) => item.Supports.Select(name => (name, i))).ToLookup(p => p.name, p => p.i, StringComparer.Ordinal);
        contradicting = items.SelectMany((item, i) => item.Contradicts.Select(name => (name, i))).ToLookup(p => p.name, p => p.i, StringComparer.Ordinal);
    }

    public List<FlowElement> Elements { get; } = [];
    public List<int> KindOf { get; } = [];
    public List<int[]> Supports { get; } = [];
    public List<int[]> Contradicts { get; } = [];
    public List<int> ClassOf { get; } = [];
    public List<int[]> ClassKinds { get; } = [];

    /// <summary>Adds a hop by what it needs and returns the indexes of its elements.</summary>
    public int[] AddHop(IReadOnlyList<FlowElement> needs)
    {
        int[] elements = [.. needs.Select(AddElement)];
        int[] kinds = [.. elements.Select(e => KindOf[e]).Distinct().Order()];
        var signature = Text(kinds);
        if (!classBySignature.TryGetValue(signature, out var hopClass))
        {
            hopClass = ClassKinds.Count;
            classBySignature.Add(signature, hopClass);
            ClassKinds.Add(kinds);
        }

        ClassOf.Add(hopClass);
        return elements;
    }

    private int AddElement(FlowElement element)
    {
        if (elementByName.TryGetValue(element.Name, out var index))
        {
            return index;
        }

        index = Elements.Count;
        elementByName.Add(element.Name, index);
        Elements.Add(element);
        int[] supports = [.. element.MatchNames.SelectMany(n => supporting[n]).Distinct().Order()];
        int[] contradicts = [.. element.MatchNames.SelectMany(n => contradicting[n]).Distinct().Order()];
        var signature = Text(supports) + "|" + Text(contradicts);
        if (!kindBySignature.TryGetValue(signature, out var kind))
        {
            kind = Supports.Count;
            kindBySignature.Add(signature, kind);
            Supports.Add(supports);
            Contradicts.Add(contradicts);
        }

        KindOf.Add(kind);
        return index;
    }

    private static string Text(int[] numbers) => string.Join(',', numbers.Select(n => n.ToString(CultureInfo.InvariantCulture)));
}
