namespace FinInvest.Graph.Model.Ledgers;

/// <summary>A column that grows; closed, its memory becomes the column's without a copy.</summary>
internal sealed class ColumnDraft<T>
    where T : unmanaged
{
    private T[] values = [];
    private Column<T>? closed;

    public int Count { get; private set; }

    public ref T this[int index] => ref values.AsSpan(0, Count)[index];

    public void EnsureCapacity(int count)
    {
        if (values.Length < count)
        {
            Array.Resize(ref values, count);
        }
    }

    public void Add(T value)
    {
        if (Count == values.Length)
        {
            Array.Resize(ref values, Math.Max(16, checked(values.Length * 2)));
        }

        values[Count++] = value;
    }

    public Column<T> Close() => closed ??= new Column<T>(values, Count);

    /// <summary>The other's column where both hold the same, so that the memory of this one is given back.</summary>
    public Column<T> CloseAs(ColumnDraft<T> other)
    {
        if (closed is null && values.AsSpan(0, Count).SequenceEqual(other.values.AsSpan(0, other.Count)))
        {
            values = other.values;
            closed = other.Close();
        }

        return Close();
    }
}
