using System.Globalization;
using System.Runtime.CompilerServices;
using FinInvest.Graph.Model.Ledgers;
using FinInvest.Graph.Model.Results;
using FinInvest.Graph.Network;

namespace FinInvest.Graph.Trace.Paths;

/// <summary>
/// The k best paths from credits named as proceeds to a target (definitions F):
/// <code>
///  named credit -> account -> transfer -> account ... -> cost line of "X0#0", or the balance of "balance:ACCOUNT"
/// </code>
/// Exact up to the stated work. The index of a ledger is built at the first question and kept as long as the reconciliation lives.
/// </summary>
public static class PathFinder
{
    private static readonly ConditionalWeakTable<Reconciliation, PathIndex> Indexes = [];

    /// <param name="target">An acquisition key ("X0#0"), "balance:ACCOUNT", or the id of a party, company or asset that holders and interests tie to accounts.</param>
    /// <returns>The paths; for an unknown target none, with a sentence in Cut.</returns>
    /// <exception cref="ArgumentException">An option is out of its range or a key is unknown.</exception>
    public static PathResult Find(Reconciliation reconciliation, string target, PathOptions options)
    {
        Check(reconciliation, options);
        var index = options.Key == "evidence" ? PathIndex.Build(reconciliation, options.HopWeights) : Indexes.GetValue(reconciliation, r => PathIndex.Build(r));
        var notes = new List<string>();
        var targets = PathTarget.All(index, reconciliation.Facts, target, options, notes);
        if (targets.Count == 0)
        {
            return new PathResult(target, options.Key, [], 0, 0, notes[0]);
        }

        var (starts, marks) = PathSources.Find(index, options, notes);
        var key = Key(index, options, notes);
        var query = new PathQuery(starts, [])
        {
            Ranking = Ranking(key),
            K = options.K,
            TiesMax = options.TiesMax,
            HopsMax = options.HopsMax,
            Ordered = !options.OrderWindow,
            WeightMin = WeightMin(index, targets[0].Currency, options, notes),
            Window = options.Window is { } w ? new TimeInterval(w.From.Number * LedgerTimes.DayLength, ((w.To.Number + 1) * LedgerTimes.DayLength) - 1) : null,
            GapMax = options.GapDaysMax * LedgerTimes.DayLength,
            WorkMax = options.WorkMax,
            CountWorkMax = options.CountWorkMax,
        };
        var found = targets.Select(t => (Target: t, Answer: index.Search(query with { Ends = t.Ends }))).ToList();
        var all = new PathAnswer([], found.Sum(f => f.Answer.Sequences), found.Aggregate(0L, (sum, f) => f.Answer.Chains > long.MaxValue - sum ? long.MaxValue : sum + f.Answer.Chains),
            found.TrueForAll(f => f.Answer.Exact), found.TrueForAll(f => f.Answer.Counted), found.Exists(f => f.Answer.TiesCut), 0);
        var ranked = Ranked(found, query, out var tiesCut);
        var tellers = targets.ToDictionary(t => t.LinkCount, t => new PathTeller(index, t, marks, options));
        List<AssetPath> told = [.. ranked.Select(p => tellers[p.Target.LinkCount].Tell(p.Path))];
        Cuts(all with { TiesCut = all.TiesCut || tiesCut }, told.Count, options, notes);
        return new PathResult(target, key, told, all.Sequences, all.Chains, string.Join(" ", notes));
    }

    private static PathRanking Ranking(string key) => key switch { "amount" or "evidence" => PathRanking.Width, "arrival" => PathRanking.Arrival, _ => PathRanking.Hops };

    /// <summary>The best over targets with different numbers of links: key, then all steps; each target's own k best hold the best of all.</summary>
    private static List<(PathTarget Target, FoundPath Path)> Ranked(List<(PathTarget Target, PathAnswer Answer)> found, PathQuery query, out bool tiesCut)
    {
        tiesCut = false;
        var all = found.SelectMany(f => f.Answer.Paths.Select(p => (f.Target, Path: p))).ToList();
        if (found.Count == 1)
        {
            return all;
        }

        long Quality(FoundPath p) => query.Ranking switch { PathRanking.Width => -p.Width, PathRanking.Arrival => p.Arrival, _ => 0 };
        int Steps((PathTarget Target, FoundPath Path) p) => p.Path.Edges.Count + p.Target.LinkCount;
        all = [.. all.OrderBy(p => Quality(p.Path)).ThenBy(Steps)];
        if (all.Count <= query.K)
        {
            return all;
        }

        var last = all[query.K - 1];
        var ties = all.Skip(query.K).TakeWhile(p => Quality(p.Path) == Quality(last.Path) && Steps(p) == Steps(last)).ToList();
        tiesCut = ties.Count > query.TiesMax;
        return [.. all.Take(query.K), .. ties.Take(query.TiesMax)];
    }

    private static void Check(Reconciliation reconciliation, PathOptions options)
    {
        if (options.Key is not ("amount" or "arrival" or "steps" or "evidence"))
        {
            throw new ArgumentException($"The key \"{options.Key}\" is unknown: amount, arrival, steps or evidence.", nameof(options));
        }

        if (options.Key == "evidence" && options.HopWeights?.Count != reconciliation.Ledger.Count)
        {
            throw new ArgumentException($"The key evidence needs one weight for each of the {reconciliation.Ledger.Count} movements.", nameof(options));
        }
    }

    private static string Key(PathIndex index, PathOptions options, List<string> notes)
    {
        if (options.OrderWindow)
        {
            notes.Add("Paths inside a window, without order of time: a path may use money that came later. Leads only.");
            if (options.Key == "arrival")
            {
                notes.Add("Without order there is no arrival: ranked by fewest steps.");
                return "steps";
            }
        }

        if (options.Key == "amount" && index.Scale.Missing is { } currency)
        {
            notes.Add($"There is no reference rate for {currency}, so amounts cannot be compared: ranked by fewest steps.");
            return "steps";
        }

        return options.Key;
    }

    private static long WeightMin(PathIndex index, string currency, PathOptions options, List<string> notes)
    {
        if (options.LeastMinor is not { } least)
        {
            return long.MinValue;
        }

        if (index.Scale.Missing is { } missing || options.Key == "evidence")
        {
            notes.Add("The least amount was not applied: " + (options.Key == "evidence" ? "hops are weighed by evidence." : "a reference rate is missing."));
            return long.MinValue;
        }

        return index.Scale.Of(least, currency);
    }

    private static void Cuts(PathAnswer answer, int shown, PathOptions options, List<string> notes)
    {
        var all = Number(answer.Sequences) + (answer.Counted ? "" : " or more");
        if (!answer.Exact)
        {
            notes.Add($"The search gave up after {Number(options.WorkMax)} arcs: there may be better paths than these {Number(shown)} of {all}.");
        }
        else if (shown < answer.Sequences || !answer.Counted)
        {
            notes.Add($"{Number(shown)} of {all} paths of at most {Number(options.HopsMax)} hops.");
        }

        if (answer.TiesCut)
        {
            notes.Add($"More paths tie with the last one than the {Number(options.TiesMax)} further ones allowed.");
        }

        if (!answer.Counted && options.CountWorkMax > 0)
        {
            notes.Add($"Counting stopped after {Number(options.CountWorkMax)} arcs.");
        }
    }

    private static string Number(long n) => n.ToString(CultureInfo.InvariantCulture);
}
