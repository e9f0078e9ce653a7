using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace FinInvest.Graph.Casework.Replica;

/// <summary>
/// A page of rows as bytes, its columns one after another as they lie in memory: a byte that says whether all values are the same, then that value or all of them. Of texts, the length in bytes
/// of each (-1 = none), then their UTF-8. Names are numbers of the lists that the segment keeps; remittance texts are not kept.
/// </summary>
internal static class PageBytes
{
    private const byte AllTheSame = 0;
    private const byte Each = 1;

    public static void Write(PostingPage page, Stream to)
    {
        Column(page.Row, page.Count, to);
        Column(page.Statement, page.Count, to);
        Column(page.Account, page.Count, to);
        Column(page.Counterparty, page.Count, to);
        Column(page.Minor, page.Count, to);
        Column(page.CounterMinor, page.Count, to);
        Column(page.BookingDay, page.Count, to);
        Column(page.ValueDay, page.Count, to);
        Column(page.Instant, page.Count, to);
        Column(page.Currency, page.Count, to);
        Column(page.CounterCurrency, page.Count, to);
        Column(page.Kind, page.Count, to);
        Column(page.Origin, page.Count, to);
        Column(page.Balance, page.Count, to);
        Column(page.CounterBalance, page.Count, to);
        Texts(page.Reference, page.Count, to);
        Texts(page.EndToEndId, page.Count, to);
        Texts(page.LocalId, page.Count, to);
    }

    /// <summary>Fills an empty page.</summary>
    public static void Read(ReadOnlySpan<byte> from, PostingPage page)
    {
        Column(ref from, page.Row);
        Column(ref from, page.Statement);
        Column(ref from, page.Account);
        Column(ref from, page.Counterparty);
        Column(ref from, page.Minor);
        Column(ref from, page.CounterMinor);
        Column(ref from, page.BookingDay);
        Column(ref from, page.ValueDay);
        Column(ref from, page.Instant);
        Column(ref from, page.Currency);
        Column(ref from, page.CounterCurrency);
        Column(ref from, page.Kind);
        Column(ref from, page.Origin);
        Column(ref from, page.Balance);
        Column(ref from, page.CounterBalance);
        Texts(ref from, page.Reference);
        Texts(ref from, page.EndToEndId);
        Texts(ref from, page.LocalId);
    }

    private static void Column<T>(T[] column, int count, Stream to)
        where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(column.AsSpan(0, count));
        var size = Unsafe.SizeOf<T>();

        // Shifted by one value against itself a column is equal only where all its values are.
        var same = bytes[size..].SequenceEqual(bytes[..^size]);
        to.WriteByte(same ? AllTheSame : Each);
        to.Write(same ? bytes[..size] : bytes);
    }

    private static void Column<T>(ref ReadOnlySpan<byte> from, T[] column)
        where T : unmanaged
    {
        var each = from[0] == Each;
        var bytes = from.Slice(1, each ? column.Length * Unsafe.SizeOf<T>() : Unsafe.SizeOf<T>());
        from = from[(1 + bytes.Length)..];
        if (each)
        {
            bytes.CopyTo(MemoryMarshal.AsBytes(column.AsSpan()));
        }
        else
        {
            Array.Fill(column, MemoryMarshal.Read<T>(bytes));
        }
    }

    private static void Texts(string?[] column, int count, Stream to)
    {
        var lengths = new int[count];
        for (var i = 0; i < count; i++)
        {
            lengths[i] = column[i] is { } text ? Encoding.UTF8.GetByteCount(text) : -1;
        }

        Column(lengths, count, to);
        Span<byte> small = stackalloc byte[256];
        for (var i = 0; i < count; i++)
        {
            if (lengths[i] > 0)
            {
                var bytes = lengths[i] <= small.Length ? small[..lengths[i]] : new byte[lengths[i]];
                Encoding.UTF8.GetBytes(column[i], bytes);
                to.Write(bytes);
            }
        }
    }

    private static void Texts(ref ReadOnlySpan<byte> from, string?[] column)
    {
        var lengths = new int[column.Length];
        Column(ref from, lengths);
        for (var i = 0; i < lengths.Length; i++)
        {
            if (lengths[i] >= 0)
            {
                column[i] = Encoding.UTF8.GetString(from[..lengths[i]]);
                from = from[lengths[i]..];
            }
        }
    }
}
