namespace FinInvest.Graph.Tests.Twins;

/// <summary>What a movement of the twin's ledger is.</summary>
internal enum TwinKind
{
    Transfer,
    Opening,
    OpeningDebt,
    GapOut,
    GapReturn,
    Interest,
}

/// <summary>A line of an acquisition's cost: what of a debit it takes; only a price is exchanged for what the asset was.</summary>
internal readonly record struct TwinLine(string Acquisition, bool IsPrice, long Minor);

/// <summary>A movement as the twin sees it; a null side is OUTSIDE.</summary>
internal sealed record TwinMovement(TwinKind Kind, string? From, string? To, long Debit, long Credit)
{
    /// <summary>Claims that name the credit as proceeds, with the amount named, in the register's order.</summary>
    public List<(string Claim, long Named)> Named { get; } = [];

    /// <summary>"tp:NAME" where the credit belongs to another claimant.</summary>
    public string? Claimant { get; set; }

    /// <summary>Cost lines that the debit paid, in the register's order.</summary>
    public List<TwinLine> Lines { get; } = [];

    /// <summary>The acquisition ("X0#0") whose sale the credit is.</summary>
    public string? Sold { get; set; }

    /// <summary>The movement that this one undoes, and how much of it.</summary>
    public TwinMovement? Undoes { get; set; }
    public long Undone { get; set; }

    /// <summary>Acquisitions that this credit paid for afterwards, earliest first.</summary>
    public List<string> Linked { get; } = [];
}

/// <summary>One side of a movement, executed at its place in the case's order.</summary>
internal readonly record struct TwinLeg(TwinMovement Movement, bool IsCredit);

/// <summary>One acquisition: sum of its price lines, and what a loan paid of it (owner bank).</summary>
internal sealed record TwinAcquisition(string Key, string Asset, long Price, long Loan);

/// <summary>All that a rule needs: owners in tie order, legs in case order, acquisitions, accounts without statements.</summary>
internal sealed record TwinLedger(IReadOnlyList<string> Owners, IReadOnlyList<TwinLeg> Legs)
{
    /// <summary>In the register's order: what follows an acquisition of the same asset replaced it.</summary>
    public List<TwinAcquisition> Acquisitions { get; } = [];

    /// <summary>Accounts known from two-sided extracts only: a shortfall is unknown money and makes no debt (definitions A7).</summary>
    public HashSet<string> WithoutStatement { get; } = [];

    public Dictionary<string, string> Currencies { get; } = new(StringComparer.Ordinal);
}
