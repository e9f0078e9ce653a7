namespace FinInvest.Graph.Reconcile.Legs;

/// <summary>Legs grouped by an id that their rows bear, each group ascending, groups in the order of their first leg. Legs without an id are in none.</summary>
internal sealed class IdGroups
{
    private readonly int[] start;
    private readonly int[] grouped;

    private IdGroups(int[] start, int[] grouped)
    {
        this.start = start;
        this.grouped = grouped;
    }

    public int Count => start.Length - 1;
    public ReadOnlySpan<int> this[int group] => grouped.AsSpan(start[group], start[group + 1] - start[group]);

    public static IdGroups Of(List<int> legs, Func<int, string?> id)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var number = new int[legs.Count];
        for (var i = 0; i < number.Length; i++)
        {
            if (id(legs[i]) is not { } text)
            {
                number[i] = -1;
            }
            else if (!numbers.TryGetValue(text, out number[i]))
            {
                numbers[text] = number[i] = numbers.Count;
            }
        }

        var start = new int[numbers.Count + 1];
        foreach (var n in number.Where(n => n >= 0))
        {
            start[n + 1]++;
        }

        for (var n = 1; n < start.Length; n++)
        {
            start[n] += start[n - 1];
        }

        var fill = start[..^1];
        var grouped = new int[start[^1]];
        for (var i = 0; i < number.Length; i++)
        {
            if (number[i] >= 0)
            {
                grouped[fill[number[i]]++] = legs[i];
            }
        }

        return new IdGroups(start, grouped);
    }
}
