using System.Globalization;
using System.Runtime.CompilerServices;
using FinInvest.Graph.Network;

namespace FinInvest.Graph.Trace.Paths;

/// <summary>
/// The k best paths from credits named as proceeds to a target (definitions F):
/// <code>
///  named credit -> account -> transfer -> account ... -> cost line of "X0#0", or the balance of "balance:ACCOUNT"
///  party -> (holder, control) -> account -> transfer ... -> account -> (holder, interest, control) -> party, company or asset
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
        var targets = PathTarget.All(index, target, options, notes);
        if (targets.Count == 0)
        {
            return new PathResult(target, options.Key, [], 0, 0, notes[0]);
        }

        var starts = PathSources.Find(index, options, notes);
        var key = Key(index, options, notes);
        var weightMin = WeightMin(index, targets[0].Currency, options, notes);
        var runs = PathRun.All(starts, targets, weightMin, Carried(index, starts, options, notes), options.SimpleAccounts);
        var query = new PathQuery([], [])
        {
            Ranking = Ranking(key),
            K = options.K,
            TiesMax = options.TiesMax,
            HopsMax = options.HopsMax,
            Ordered = !options.OrderWindow,
            Window = options.Interval,
            GapMax = options.GapDaysMax * LedgerTimes.DayLength,
            WorkMax = options.WorkMax,
            CountWorkMax = options.CountWorkMax,
        };
        var found = runs.Select(r => (Run: r, Answer: index.Search(query with { Starts = r.Starts.Starts, Ends = r.Target.Ends, WeightMin = r.WeightMin, Timed = r.IsTimed }))).ToList();
        var all = new PathAnswer([], found.Sum(f => f.Answer.Sequences), found.Aggregate(0L, (sum, f) => f.Answer.Chains > long.MaxValue - sum ? long.MaxValue : sum + f.Answer.Chains),
            found.TrueForAll(f => f.Answer.Exact), found.TrueForAll(f => f.Answer.Counted), found.Exists(f => f.Answer.TiesCut), 0);
        var ranked = PathMerge.Best(found, query, out var tiesCut);
        List<AssetPath> told = [.. ranked.Select(p => new PathTeller(index, p.Run, options).Tell(p.Path))];
        if (options.CarriedShareMin is not null && runs.Count > targets.Count)
        {
            notes.Add("A path is counted once for each amount of proceeds that it begins with.");
        }

        Cuts(all with { TiesCut = all.TiesCut || tiesCut }, told.Count, options, notes);
        var result = new PathResult(target, key, told, all.Sequences, all.Chains, string.Join(" ", notes));
        return options.LeadsMax > 0 ? WithLeads(result, index, runs, query, options) : result;
    }

    private static PathResult WithLeads(PathResult result, PathIndex index, IReadOnlyList<PathRun> runs, PathQuery query, PathOptions options)
    {
        if (options.OrderWindow)
        {
            return result with { Leads = [], LeadsCut = "Leads keep the order of time: none are sought in a window without it." };
        }

        var search = new LeadSearch(index, runs, query, options);
        var leads = search.Find();
        return result with { Leads = [.. leads.Select(l => new PathTeller(index, l.Run, options).Tell(l))], LeadsCut = search.Cut(leads.Count) };
    }

    private static PathRanking Ranking(string key) => key switch { "amount" or "evidence" => PathRanking.Width, "arrival" => PathRanking.Arrival, _ => PathRanking.Hops };

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

        if (options.CarriedShareMin is <= 0 or > 1)
        {
            throw new ArgumentException($"The carried share is {options.CarriedShareMin}: above 0 and at most 1.", nameof(options));
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

        if (index.Scale.Missing is not null || options.Key == "evidence")
        {
            notes.Add("The least amount was not applied: " + (options.Key == "evidence" ? "hops are weighed by evidence." : "a reference rate is missing."));
            return long.MinValue;
        }

        return index.Scale.Of(least, currency);
    }

    private static decimal? Carried(PathIndex index, IReadOnlyList<StartSet> starts, PathOptions options, List<string> notes)
    {
        if (options.CarriedShareMin is not { } share)
        {
            return null;
        }

        if (index.Scale.Missing is not null || options.Key == "evidence" || starts.Any(s => s.Marks.Any(m => m is null)))
        {
            notes.Add("The carried share was not applied: " + (options.Key == "evidence" ? "hops are weighed by evidence." : index.Scale.Missing is not null ? "a reference rate is missing."
                : "the paths begin with no proceeds."));
            return null;
        }

        return share;
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
