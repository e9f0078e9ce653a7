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

    /// <summary>Simple in accounts only. Chains of links are the shortest ones, in which no party comes twice anyway.</summary>
    public bool SimpleAccounts { get; init; }

    /// <summary>Most holder, interest and control hops after the last money hop, for a target that is a party, a company or an asset.</summary>
    public int LinksMax { get; init; } = 4;

    /// <summary>Only movements booked inside it on both sides.</summary>
    public DayRange? Window { get; init; }

    /// <summary>Most days between money coming in and going on (the search is then NP-hard: exact up to WorkMax).</summary>
    public int? GapDaysMax { get; init; }

    /// <summary>Transfers below it are left out, in minor units of the target's currency.</summary>
    public long? LeastMinor { get; init; }

    /// <summary>Only from these: a claim label, an act, an episode, a proceeds id, or "account:ID" for paths from an account that need not hold proceeds.</summary>
    public string? From { get; init; }

    /// <summary>The same paths told from the target back to the act.</summary>
    public bool Backward { get; init; }

    /// <summary>Belief in each movement of the ledger, 0 to 1, by index: what "evidence" ranks by.</summary>
    public IReadOnlyList<double>? HopWeights { get; init; }

    /// <summary>How many paths are listed that tie with the last one (equal key and hops).</summary>
    public int TiesMax { get; init; } = 20;

    /// <summary>Arcs the search may look at.</summary>
    public long WorkMax { get; init; } = 50_000_000;

    /// <summary>Arcs that counting all paths and chains may look at.</summary>
    public long CountWorkMax { get; init; } = 1_000_000;
}
