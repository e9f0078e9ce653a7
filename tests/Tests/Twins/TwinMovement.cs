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

/// <summary>A movement as the twin sees it; a null side is OUTSIDE.</summary>
internal sealed record TwinMovement(TwinKind Kind, string? From, string? To, long Debit, long Credit)
{
    /// <summary>Claims that name the credit as proceeds, with the amount named, in the register's order.</summary>
    public List<(string Claim, long Named)> Named { get; } = [];

    /// <summary>"tp:NAME" where the credit belongs to another claimant.</summary>
    public string? Claimant { get; set; }

    /// <summary>The acquisition ("X0#0") that the debit paid as a cost line; null where it paid none.</summary>
    public string? Acquisition { get; set; }
}

/// <summary>One side of a movement, executed at its place in the case's order.</summary>
internal readonly record struct TwinLeg(TwinMovement Movement, bool IsCredit);

/// <summary>All that a rule needs: owners in tie order, legs in case order, lines paid by a loan, accounts without statements.</summary>
internal sealed record TwinLedger(IReadOnlyList<string> Owners, IReadOnlyList<TwinLeg> Legs)
{
    public List<(string Acquisition, long Minor)> Loans { get; } = [];

    /// <summary>Accounts known from two-sided extracts only: a shortfall is unknown money and makes no debt (definitions A7).</summary>
    public HashSet<string> WithoutStatement { get; } = [];
}
