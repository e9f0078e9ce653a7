namespace FinInvest.Graph.Assess.Support;

/// <summary>
/// The smallest set of root groups, or of items, whose loss makes A fall below the threshold while all other relied items hold and contradictions
/// are left out (definitions H8). Searched by size up to <see cref="LargestSet"/>; beyond that "at least 5".
/// </summary>
internal sealed class Robustness
{
    public const int LargestSet = 4;
    private readonly LinkModel model;
    private readonly bool[] lost;
    private readonly bool[] classHolds;

    public Robustness(LinkModel model)
    {
        this.model = model;
        lost = new bool[model.Items.Count];
        classHolds = new bool[model.ClassKinds.Length];
    }

    /// <param name="units">How many things can be lost.</param>
    /// <param name="belongs">(item, unit): the item falls with the unit.</param>
    /// <returns>0 when the link is cut already; LargestSet + 1 when no set of that size cuts it.</returns>
    public (int Size, IReadOnlyList<int> Members) SmallestSet(int units, Func<int, int, bool> belongs)
    {
        Array.Clear(lost);
        if (!Reaches())
        {
            return (0, []);
        }

        var supporting = model.ItemsThatMatter().Where(i => model.Items[i].Supports.Count > 0).ToList();
        var candidates = Enumerable.Range(0, units).Select(u => (Unit: u, Items: supporting.Where(i => belongs(i, u)).ToArray())).Where(c => c.Items.Length > 0).ToList();
        for (var size = 1; size <= LargestSet; size++)
        {
            var chosen = new List<int>();
            if (Search(candidates, 0, size, chosen))
            {
                return (size, chosen);
            }
        }

        return (LargestSet + 1, []);
    }

    private bool Search(List<(int Unit, int[] Items)> candidates, int from, int left, List<int> chosen)
    {
        if (left == 0)
        {
            return !Reaches();
        }

        for (var c = from; c <= candidates.Count - left; c++)
        {
            Lose(candidates[c].Items, true);
            chosen.Add(candidates[c].Unit);
            if (Search(candidates, c + 1, left - 1, chosen))
            {
                return true;
            }

            chosen.RemoveAt(chosen.Count - 1);
            Lose(candidates[c].Items, false);
        }

        return false;
    }

    private void Lose(int[] items, bool value)
    {
        foreach (var i in items)
        {
            lost[i] = value;
        }
    }

    private bool Reaches()
    {
        for (var c = 0; c < classHolds.Length; c++)
        {
            classHolds[c] = true;
            foreach (var kind in model.ClassKinds[c])
            {
                classHolds[c] &= AnyLeft(model.Supports[kind]);
            }
        }

        return model.Reaches(classHolds);
    }

    private bool AnyLeft(int[] items)
    {
        foreach (var i in items)
        {
            if (!lost[i])
            {
                return true;
            }
        }

        return false;
    }
}
