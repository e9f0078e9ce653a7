using System.Collections;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FinInvest.Graph.Model.Ledgers;

/// <summary>
/// One column of a table, read only: values one after another in an array, or in memory that is mapped from a file. Hot loops take <see cref="Span"/> once
/// and walk that. Whoever mapped the memory keeps it mapped for as long as a column on it is read.
/// </summary>
public readonly struct Column<T> : IReadOnlyList<T>
    where T : unmanaged
{
    private readonly T[]? array;
    private readonly nint address;

    /// <summary>The first values of an array, which the column keeps: nobody may change them any more.</summary>
    public Column(T[] array, int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)length, (uint)array.Length, nameof(length));
        this.array = array;
        Length = length;
    }

    /// <summary>Values at an address of memory that stays mapped and unchanged; the address is a multiple of the size of a value.</summary>
    public Column(nint address, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        this.address = address;
        Length = length;
    }

    /// <summary>Number of values.</summary>
    public int Length { get; }

    int IReadOnlyCollection<T>.Count => Length;

    public unsafe ReadOnlySpan<T> Span
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => array is null ? new ReadOnlySpan<T>((void*)address, Length) : MemoryMarshal.CreateReadOnlySpan(ref MemoryMarshal.GetArrayDataReference(array), Length);
    }

    public T this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Span[index];
    }

    public ReadOnlySpan<T>.Enumerator GetEnumerator() => Span.GetEnumerator();

    /// <summary>A copy of the values.</summary>
    public T[] ToArray() => Span.ToArray();

    /// <summary>Whether both stand on the same memory, so that one of them costs nothing.</summary>
    public bool IsSameAs(Column<T> other) => Length == other.Length && ReferenceEquals(array, other.array) && address == other.address;

    IEnumerator<T> IEnumerable<T>.GetEnumerator()
    {
        for (var i = 0; i < Length; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<T>)this).GetEnumerator();

    public static implicit operator Column<T>(T[] array)
    {
        ArgumentNullException.ThrowIfNull(array);
        return new Column<T>(array, array.Length);
    }

    public static implicit operator ReadOnlySpan<T>(Column<T> column) => column.Span;
}
