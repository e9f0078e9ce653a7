namespace FinInvest.Graph.Present.Words;

/// <summary>Everything the explanation of one asset says, gathered from results; amounts are already written out.</summary>
internal sealed record AssetStory
{
    public required string Name { get; init; }
    public required bool IsBalance { get; init; }
    public required string Cost { get; init; }
    public required string Traced { get; init; }
    public required string Reach { get; init; }
    public required bool HasTraced { get; init; }
    public required string Rule { get; init; }
    public required string Profile { get; init; }
    public required string OrderMode { get; init; }

    /// <summary>Where the cost, the comparison of rules and the rating stand ("D-1", "E-1", "F-1").</summary>
    public required string CostCite { get; init; }
    public required string RulesCite { get; init; }
    public required string RatingCite { get; init; }

    /// <summary>Cites of the named credits that the traced amount comes from, with their words ("the credit of 2024-03-12 charged in episode 4").</summary>
    public IReadOnlyList<Part> Credits { get; init; } = [];

    /// <summary>Least and most under the other rules; empty when there is no other.</summary>
    public string OthersLeast { get; init; } = "";
    public string OthersMost { get; init; } = "";
    public string Lower { get; init; } = "";
    public string Upper { get; init; } = "";
    public string UpperOut { get; init; } = "";
    public string Floor { get; init; } = "";
    public int Hops { get; init; }

    /// <summary>The hop the link cannot do without: "hop 3, the transfer of 2024-05-02 from ... to ..."; empty when n/a.</summary>
    public Part Weakest { get; init; } = new("");
    public string WeakestBelief { get; init; } = "";

    /// <summary>"item E-7 (copy of a letter, Bank B, grade B3, not certified)".</summary>
    public IReadOnlyList<string> WeakestItems { get; init; } = [];
    public string Support { get; init; } = "";

    /// <summary>The largest loss when one thing is taken away.</summary>
    public string LossOf { get; init; } = "";
    public string LossTo { get; init; } = "";
    public string LossTier { get; init; } = "";
    public string Tier { get; init; } = "";

    /// <summary>The first tier not passed, and what it lacks.</summary>
    public string NextTier { get; init; } = "";
    public IReadOnlyList<string> NextMissing { get; init; } = [];
    public IReadOnlyList<Explanation> Explanations { get; init; } = [];
}
