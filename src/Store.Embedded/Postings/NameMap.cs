namespace FinInvest.Graph.Store.Embedded.Postings;

/// <summary>From a page's indices to the numbers of a name table. Pages that share one list, also one that grows between them, are mapped once.</summary>
internal sealed class NameMap(NameTable table)
{
    private IReadOnlyList<string> names = [];
    private int[] numbers = [];

    public void Use(IReadOnlyList<string> list)
    {
        if (!ReferenceEquals(list, names))
        {
            names = list;
            Array.Clear(numbers);
        }

        if (numbers.Length < list.Count)
        {
            Array.Resize(ref numbers, Math.Max(list.Count, numbers.Length * 2));
        }
    }

    public int this[int index] => numbers[index] != 0 ? numbers[index] : numbers[index] = table.Number(names[index]);
}
