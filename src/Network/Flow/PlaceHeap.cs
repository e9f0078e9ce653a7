namespace FinInvest.Graph.Network.Flow;

/// <summary>A set of places (small numbers) that gives back its smallest or its largest; a place is in it at most once.</summary>
internal sealed class PlaceHeap(bool largestFirst)
{
    private int[] heap = new int[64];
    private bool[] present = [];
    private int count;

    public bool IsEmpty => count == 0;

    /// <summary>Empties it for places below <paramref name="places"/>.</summary>
    public void Reset(int places)
    {
        if (present.Length < places)
        {
            present = new bool[places];
        }

        Array.Clear(present);
        count = 0;
    }

    public void Add(int place)
    {
        if (present[place])
        {
            return;
        }

        present[place] = true;
        if (count == heap.Length)
        {
            Array.Resize(ref heap, count * 2);
        }

        var at = count++;
        for (var key = Key(place); at > 0 && key < heap[(at - 1) / 2]; at = (at - 1) / 2)
        {
            heap[at] = heap[(at - 1) / 2];
        }

        heap[at] = Key(place);
    }

    public int Take()
    {
        var place = Key(heap[0]);
        present[place] = false;
        var last = heap[--count];
        var at = 0;
        for (var child = 1; child < count; child = (2 * at) + 1)
        {
            if (child + 1 < count && heap[child + 1] < heap[child])
            {
                child++;
            }

            if (last <= heap[child])
            {
                break;
            }

            heap[at] = heap[child];
            at = child;
        }

        heap[at] = last;
        return place;
    }

    private int Key(int place) => largestFirst ? ~place : place;
}
