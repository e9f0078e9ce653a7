using System.Collections;

namespace FinInvest.Graph.Casework.Caching;

/// <summary>A list whose length is known and whose items are read when the first of them is asked for.</summary>
internal sealed class LaterList<T>(int count, Func<T[]> read) : IReadOnlyList<T>
{
    private readonly Lazy<T[]> items = new(read);

    public int Count { get; } = count;
    public T this[int index] => items.Value[index];
    public IEnumerator<T> GetEnumerator() => (Count == 0 ? [] : (IEnumerable<T>)items.Value).GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
