namespace FinInvest.Graph.Model.Ledgers;

/// <summary>How far an account's own rows can be relied on (definitions A7).</summary>
public enum AccountCoverage : byte
{
    /// <summary>Nobody has its rows, or a person said the extract is incomplete: part of OUTSIDE.</summary>
    External = 0,

    /// <summary>Rows but no statement (two-sided extracts only): traced as given; shortfall is owner unknown and makes no debt.</summary>
    Unreconciled = 1,

    /// <summary>Has at least one reconciled statement period.</summary>
    Reconciled = 2,
}
