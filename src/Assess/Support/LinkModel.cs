using System.Globalization;

namespace FinInvest.Graph.Assess.Support;

/// <summary>
/// A traced flow together with the evidence on it: which items speak to which element, and which hops stand or fall together.
/// <code>
///  hop --> class (hops that need the same proof) --> kinds of element (same items for, same items against) --> items --> root groups
/// </code>
/// Hundreds of hops read from one statement are one class, so a state of the evidence is judged once for all of them.
/// </summary>
internal sealed class LinkModel
{
    private readonly ProvedAmount amount;
    private readonly Dictionary<string, bool> answers = new(StringComparer.Ordinal);
    private readonly char[] key;
    private readonly bool[] hopHolds;

    /// <param name="theta">Share of the traced amount that must stay proved; the threshold is max(1, theta * tau).</param>
    public LinkModel(TracedFlow flow, ElementNames names, IReadOnlyList<ReliedItem> items, decimal theta)
    {
        Flow = flow;
        Items = items;
        amount = new ProvedAmount(flow);
        var share = Fraction.FromDecimal(theta) * new Fraction(amount.Traced, 1);
        Threshold = share > Fraction.One ? share : Fraction.One;
        Groups = [.. items.Select(i => i.Group).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        GroupOf = [.. items.Select(i => Array.IndexOf(Groups, i.Group))];
        var built = new LinkModelBuilder(items);
        HopElements = [.. flow.Hops.Select(h => built.AddHop(names.Of(h)))];
        Elements = built.Elements;
        KindOf = [.. built.KindOf];
        Supports = [.. built.Supports];
        Contradicts = [.. built.Contradicts];
        ClassOf = [.. built.ClassOf];
        ClassKinds = [.. built.ClassKinds];
        Matters = amount.HopsThatMatter();
        ClassMatters = new bool[ClassKinds.Length];
        for (var hop = 0; hop < ClassOf.Length; hop++)
        {
            ClassMatters[ClassOf[hop]] |= Matters[hop];
        }

        key = new char[(ClassKinds.Length + 15) / 16];
        hopHolds = new bool[flow.Hops.Count];
    }

    public TracedFlow Flow { get; }
    public IReadOnlyList<ReliedItem> Items { get; }
    public string[] Groups { get; }
    public int[] GroupOf { get; }
    public IReadOnlyList<FlowElement> Elements { get; }
    public int[][] HopElements { get; }

    /// <summary>Kind of each element.</summary>
    public int[] KindOf { get; }

    /// <summary>Items for and against, by kind of element, ascending.</summary>
    public int[][] Supports { get; }
    public int[][] Contradicts { get; }

    /// <summary>Class of each hop, and the kinds that each class needs.</summary>
    public int[] ClassOf { get; }
    public int[][] ClassKinds { get; }

    /// <summary>Hops and classes that can change A.</summary>
    public bool[] Matters { get; }
    public bool[] ClassMatters { get; }
    public long Traced => amount.Traced;
    public Fraction Threshold { get; }

    /// <summary>Whether A reaches the threshold when exactly these classes of hop hold; remembered.</summary>
    public bool Reaches(ReadOnlySpan<bool> classHolds)
    {
        Array.Clear(key);
        for (var c = 0; c < classHolds.Length; c++)
        {
            if (classHolds[c] && ClassMatters[c])
            {
                key[c >> 4] |= (char)(1 << (c & 15));
            }
        }

        var known = answers.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(key, out var answer))
        {
            return answer;
        }

        Spread(classHolds);
        answer = amount.Reaches(hopHolds, Threshold);
        known[key] = answer;
        return answer;
    }

    /// <summary>A when exactly these classes of hop hold.</summary>
    public Fraction Amount(ReadOnlySpan<bool> classHolds)
    {
        Spread(classHolds);
        return amount.ForPrint(hopHolds);
    }

    private void Spread(ReadOnlySpan<bool> classHolds)
    {
        for (var hop = 0; hop < hopHolds.Length; hop++)
        {
            hopHolds[hop] = classHolds[ClassOf[hop]];
        }
    }

    /// <summary>Root groups and items that speak to a hop that matters, counted as variables of S.</summary>
    public int VariableCount()
    {
        var items = ItemsThatMatter();
        return items.Count + items.Select(i => GroupOf[i]).Distinct().Count();
    }

    /// <summary>Items that speak to a hop that matters, ascending.</summary>
    public IReadOnlyList<int> ItemsThatMatter()
    {
        var kinds = ClassKinds.Where((_, c) => ClassMatters[c]).SelectMany(k => k).Distinct();
        return [.. kinds.SelectMany(k => Supports[k].Concat(Contradicts[k])).Distinct().Order()];
    }

    /// <summary>Elements of the hops that matter, in the order of the hops.</summary>
    public IReadOnlyList<int> ElementsThatMatter() => [.. HopElements.Where((_, h) => Matters[h]).SelectMany(e => e).Distinct()];

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Flow.Hops.Count} hops in {ClassKinds.Length} classes, {Items.Count} items");
}
