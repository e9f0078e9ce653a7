namespace FinInvest.Graph.Network;

/// <summary>Node sequences that a search has entered, numbered, each with the states (place, moment) in which it was entered.</summary>
internal sealed class PrefixTable
{
    private readonly Dictionary<long, int> numbers = [];
    private readonly List<int> firstState = [];
    private readonly List<(int Place, long Moment, int Next)> states = [];

    public void Clear()
    {
        numbers.Clear();
        firstState.Clear();
        states.Clear();
    }

    /// <summary>Number of the sequence that adds a node to another (-1 = the empty one).</summary>
    public int Number(int prefix, int node)
    {
        var key = ((long)(prefix + 1) << 32) | (uint)node;
        if (!numbers.TryGetValue(key, out var number))
        {
            number = firstState.Count;
            numbers.Add(key, number);
            firstState.Add(-1);
        }

        return number;
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
}
