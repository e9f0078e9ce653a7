using System.Runtime.CompilerServices;
using FinInvest.Graph.Store;

namespace FinInvest.Graph.Casework.Caching;

/// <summary>Reads what <see cref="EntrySections"/> gathered, in the same order.</summary>
internal sealed class EntryReader
{
    private readonly ICacheEntry entry;

    public EntryReader(ICacheEntry entry)
    {
        this.entry = entry;
        Contents = new SectionReader(Section<byte>(0));
    }

    public SectionReader Contents { get; }

    /// <summary>A column, on the mapped memory itself.</summary>
    public Column<T> Column<T>()
        where T : unmanaged => Section<T>(Contents.Int());

    public IReadOnlyList<T> List<T>(Func<SectionReader, T> read)
    {
        var count = Contents.Int();
        var section = Contents.Int();
        return new LaterList<T>(count, () =>
        {
            var reader = new SectionReader(Section<byte>(section));
            var items = new T[count];
            for (var i = 0; i < count; i++)
            {
                items[i] = read(reader);
            }

            return items;
        });
    }

    private Column<T> Section<T>(int section)
        where T : unmanaged => new(entry.Address(section), checked((int)(entry.Length(section) / Unsafe.SizeOf<T>())));
}
