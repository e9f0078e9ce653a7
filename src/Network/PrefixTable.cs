namespace FinInvest.Graph.Network;

/// <summary>Node sequences that a search has entered, numbered, each with the states (place, moment) in which it was entered.</summary>
public sealed class PrefixTable
{
    // Slots of an open-addressing table. A slot counts only if it carries the present round, so that forgetting costs nothing however large
    // the table has grown: clearing a Dictionary cost 0.3 ms a search, once one search had been heavy.
    private Slot[] slots = new Slot[1024];
    private int round = 1;
    private readonly List<int> firstState = [];
    private readonly List<(int Place, long Moment, int Next)> states = [];

    /// <summary>Forgets all sequences.</summary>
    public void Clear()
    {
        round++;
        firstState.Clear();
        states.Clear();
    }

    /// <summary>Number of the sequence that adds a node to another (-1 = the empty one).</summary>
    public int Number(int prefix, int node)
    {
        var key = ((long)(prefix + 1) << 32) | (uint)node;
        var at = Home(key);
        while (slots[at].Round == round)
        {
            if (slots[at].Key == key)
            {
                return slots[at].Number;
            }

            at = (at + 1) & (slots.Length - 1);
        }

        slots[at] = new Slot(key, firstState.Count, round);
        firstState.Add(-1);
        if (firstState.Count * 2 > slots.Length)
        {
            Grow();
        }

        return firstState.Count - 1;
    }

    private int Home(long key) => (int)(unchecked((ulong)key * 0x9E3779B97F4A7C15) >> 33) & (slots.Length - 1);

    private void Grow()
    {
        var old = slots;
        slots = new Slot[old.Length * 2];
        foreach (var slot in old)
        {
            if (slot.Round != round)
            {
                continue;
            }

            var at = Home(slot.Key);
            while (slots[at].Round == round)
            {
                at = (at + 1) & (slots.Length - 1);
            }

            slots[at] = slot;
        }
    }

    /// <summary>
    /// True when entering a sequence in this state can lead to something new: no earlier entry was at least as early in both place and
    /// moment (with <paramref name="exactly"/>: no earlier entry in the very same state).
    /// </summary>
    public bool Enter(int prefix, int place, long moment, bool exactly)
    {
        for (var s = firstState[prefix]; s >= 0; s = states[s].Next)
        {
            if (exactly ? states[s].Place == place && states[s].Moment == moment : states[s].Place <= place && states[s].Moment <= moment)
            {
                return false;
            }
        }

        states.Add((place, moment, firstState[prefix]));
        firstState[prefix] = states.Count - 1;
        return true;
    }

    private readonly record struct Slot(long Key, int Number, int Round);
}
