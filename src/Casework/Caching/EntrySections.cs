using System.Runtime.InteropServices;

namespace FinInvest.Graph.Casework.Caching;

/// <summary>Gathers the sections of a cache entry in the order of their numbers; the first one, written last, says what the others are.</summary>
internal sealed class EntrySections
{
    private readonly List<Action<Stream>> sections = [];

    /// <summary>Tells which section holds what.</summary>
    public SectionWriter Contents { get; } = new();

    /// <summary>All sections, ready to be kept.</summary>
    public IReadOnlyList<Action<Stream>> All => [to => to.Write(Contents.Written), .. sections];

    /// <summary>A column as it lies in memory; returns the number of its section.</summary>
    public int Column<T>(Column<T> column)
        where T : unmanaged
    {
        Add(to => to.Write(MemoryMarshal.AsBytes(column.Span)));
        Contents.Number(sections.Count);
        return sections.Count;
    }

    /// <summary>A column that may be another one, which then is not written twice.</summary>
    public void Column<T>(Column<T> column, Column<T> other, int sectionOfOther)
        where T : unmanaged
    {
        if (column.IsSameAs(other))
        {
            Contents.Number(sectionOfOther);
        }
        else
        {
            Column(column);
        }
    }

    /// <summary>A list that is read when it is asked for.</summary>
    public void List<T>(IReadOnlyList<T> items, Action<SectionWriter, T> write)
    {
        Contents.Number(items.Count);
        Contents.Number(sections.Count + 1);
        Add(to =>
        {
            var writer = new SectionWriter();
            foreach (var item in items)
            {
                write(writer, item);
            }

            to.Write(writer.Written);
        });
    }

    private void Add(Action<Stream> section) => sections.Add(section);
}
