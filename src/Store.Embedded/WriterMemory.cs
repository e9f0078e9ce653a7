namespace FinInvest.Graph.Store.Embedded;

/// <summary>
/// What a process remembers from one load of a case to the next, so that a thousand small loads do not each begin with reading all names and looking through the vault.
/// Used under the writer's lease only. Names are those as of a load: where another process has loaded in between they are read anew.
/// </summary>
internal sealed class WriterMemory
{
    /// <summary>Above this many names they are not kept: a large load takes longer than reading them.</summary>
    private const int NamesMax = 200_000;
    private const int SweepEvery = 100;
    private Dictionary<string, Dictionary<string, int>>? names;
    private long namesLoad;
    private int begun;

    /// <summary>The first load of the process, and then one in a hundred, tidies up: views for people, files that nobody owns.</summary>
    public bool IsTimeToTidy() => begun++ % SweepEvery == 0;

    /// <summary>Gives the names of a table as of a load, or null; what was given is forgotten until <see cref="Keep"/>.</summary>
    public IReadOnlyDictionary<string, Dictionary<string, int>>? Take(long load)
    {
        var held = namesLoad == load ? names : null;
        names = null;
        return held;
    }

    /// <summary>Call once the load is committed.</summary>
    public void Keep(long load, Dictionary<string, Dictionary<string, int>> tables) => (names, namesLoad) = (tables.Values.Sum(t => t.Count) > NamesMax ? null : tables, load);
}
