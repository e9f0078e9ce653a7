namespace FinInvest.Graph.Network;

/// <summary>A question for the k best paths: one path is one sequence of nodes, shown by its best chain of edges.</summary>
public sealed record PathQuery(IReadOnlyList<PathStart> Starts, IReadOnlyList<PathEnd> Ends)
{
    public PathRanking Ranking { get; init; } = PathRanking.Hops;

    /// <summary>How many paths are wanted; at least 1.</summary>
    public int K { get; init; } = 10;

    /// <summary>How many further paths are given that tie with the k-th (equal key and hops).</summary>
    public int TiesMax { get; init; }

    /// <summary>Most edges on a path; 0 = start and end are at one node.</summary>
    public int HopsMax { get; init; } = 8;

    /// <summary>False: edges may follow each other in any order.</summary>
    public bool Ordered { get; init; } = true;

    /// <summary>Starts or ends have moments that their places do not imply: chains carry their moment although edges follow places.</summary>
    public bool Timed { get; init; }

    /// <summary>Edges below it are left out.</summary>
    public long WeightMin { get; init; } = long.MinValue;

    /// <summary>Edges that leave before it or arrive after it (by interval: any part outside) are left out.</summary>
    public TimeInterval? Window { get; init; }

    /// <summary>Most time between arriving at a node and leaving it, measured between the first moments of both.</summary>
    public long? GapMax { get; init; }

    /// <summary>Paths above a threshold that are looked at before it is raised (at least 2 K are). Changes speed, never the answer.</summary>
    public int Sample { get; init; } = 64;

    /// <summary>Arcs that the search may look at before it gives up and says so.</summary>
    public long WorkMax { get; init; } = 50_000_000;

    /// <summary>The same for counting all paths and chains, and the chains of each path that is given; 0 = do not count.</summary>
    public long CountWorkMax { get; init; } = 1_000_000;
}
