using FinInvest.Graph.Network;

namespace FinInvest.Graph.Trace.Paths;

/// <summary>How paths are sought and ranked (definitions F). Every figure that cuts the answer is named in the result.</summary>
public sealed record PathOptions
{
    /// <summary>Paths wanted: account sequences, each with its best transfer chain; at least 1.</summary>
    public int K { get; init; } = 10;

    /// <summary>"amount" (largest smallest amount), "arrival" (earliest), "steps" (fewest), or "evidence" (strongest weakest hop).</summary>
    public string Key { get; init; } = "amount";

    /// <summary>Most transfers between accounts, 0 to 60; the proceeds credit, the purchase and links are not counted.</summary>
    public int HopsMax { get; init; } = 8;

    /// <summary>Paths inside a window without order of time: leads only, and the result says so.</summary>
    public bool OrderWindow { get; init; }

    /// <summary>Simple in accounts only: a party may come both before and after the money.</summary>
    public bool SimpleAccounts { get; init; }

    /// <summary>Most holder, interest and control hops in a row: before the first money hop, after the last one, and between two payments of a lead.</summary>
    public int LinksMax { get; init; } = 4;

    /// <summary>Only movements booked inside it on both sides.</summary>
    public DayRange? Window { get; init; }

    /// <summary>Only movements between two moments in UTC milliseconds, both included; together with Window where both are given.</summary>
    public (long First, long Last)? Moments { get; init; }

    /// <summary>Most days between money coming in and going on (the search is then NP-hard: exact up to WorkMax).</summary>
    public int? GapDaysMax { get; init; }

    /// <summary>Transfers below it are left out, in minor units of the target's currency.</summary>
    public long? LeastMinor { get; init; }

    /// <summary>Each hop carries at least this share of the proceeds the path begins with, above 0 and at most 1.</summary>
    public decimal? CarriedShareMin { get; init; }

    /// <summary>Association paths wanted beside the paths: leads with one link or one cash break between two payments (definitions F3); 0 = none.</summary>
    public int LeadsMax { get; init; }

    /// <summary>Most days between a cash withdrawal and a deposit that a lead may join.</summary>
    public int CashDaysMax { get; init; } = 3;

    /// <summary>
    /// Only from these: a claim label, an act, an episode, a proceeds id, "account:ID" for paths from an account that need not hold proceeds, or "party:ID" for paths
    /// that begin with the holder and control hops of a party.
    /// </summary>
    public string? From { get; init; }

    /// <summary>The same paths told from the target back to the act.</summary>
    public bool Backward { get; init; }

    /// <summary>Belief in each movement of the ledger, 0 to 1, by index: what "evidence" ranks by.</summary>
    public IReadOnlyList<double>? HopWeights { get; init; }

    /// <summary>How many paths are listed that tie with the last one (equal key and hops).</summary>
    public int TiesMax { get; init; } = 20;

    /// <summary>What Window and Moments leave, as one interval; null = everything.</summary>
    internal TimeInterval? Interval
    {
        get
        {
            var days = Window is { } w ? new TimeInterval(w.From.Number * LedgerTimes.DayLength, ((w.To.Number + 1) * LedgerTimes.DayLength) - 1) : (TimeInterval?)null;
            return Moments is not { } m ? days : days is not { } d ? new TimeInterval(m.First, m.Last) : new TimeInterval(Math.Max(d.Low, m.First), Math.Min(d.High, m.Last));
        }
    }

    /// <summary>Whether a named credit or a purchase of that day and time lies inside.</summary>
    internal bool Admits(int day, TimeInterval time) => (Window is not { } w || (day >= w.From.Number && day <= w.To.Number)) && (Moments is not { } m || (time.Low >= m.First && time.High <= m.Last));

    /// <summary>Arcs the search may look at.</summary>
    public long WorkMax { get; init; } = 50_000_000;

    /// <summary>Arcs that counting all paths and chains may look at.</summary>
    public long CountWorkMax { get; init; } = 1_000_000;
}
