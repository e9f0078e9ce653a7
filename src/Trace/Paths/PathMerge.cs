using FinInvest.Graph.Network;

namespace FinInvest.Graph.Trace.Paths;

/// <summary>Joins the answers of several searches: the key, then all steps with links. Each search's own k best hold the best of all.</summary>
internal static class PathMerge
{
    /// <param name="tiesCut">More paths tie with the last one than are wanted.</param>
    public static List<(PathRun Run, FoundPath Path)> Best(List<(PathRun Run, PathAnswer Answer)> found, PathQuery query, out bool tiesCut)
    {
        tiesCut = false;
        var all = found.SelectMany(f => f.Answer.Paths.Select(p => (f.Run, Path: p))).ToList();
        if (found.Count == 1)
        {
            return all;
        }

        long Quality(FoundPath p) => query.Ranking switch { PathRanking.Width => -p.Width, PathRanking.Arrival => p.Arrival, _ => 0 };
        int Steps((PathRun Run, FoundPath Path) p) => p.Path.Edges.Count + p.Run.LinkCount;
        all = [.. all.OrderBy(p => Quality(p.Path)).ThenBy(Steps).DistinctBy(Sequence)];
        if (all.Count <= query.K)
        {
            return all;
        }

        var last = all[query.K - 1];
        var ties = all.Skip(query.K).TakeWhile(p => Quality(p.Path) == Quality(last.Path) && Steps(p) == Steps(last)).ToList();
        tiesCut = ties.Count > query.TiesMax;
        return [.. all.Take(query.K), .. ties.Take(query.TiesMax)];
    }

    /// <summary>Accounts and the links around them.</summary>
    private static string Sequence((PathRun Run, FoundPath Path) p)
    {
        var before = p.Run.Starts.LinkCount == 0 ? [] : p.Run.Starts.Chains[p.Path.Start].Nodes;
        var after = p.Run.Target.LinkCount == 0 ? [] : p.Run.Target.Chains[p.Path.End].Nodes;
        return $"{string.Join('\n', before)}\t{string.Join(' ', p.Path.Nodes)}\t{string.Join('\n', after)}";
    }
}
