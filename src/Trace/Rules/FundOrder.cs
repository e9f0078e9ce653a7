namespace FinInvest.Graph.Trace.Rules;

/// <summary>What a debit draws on first: the only thing in which the conserving rules differ, beside the classes of owners.</summary>
public enum FundOrder
{
    /// <summary>Parcels in the order in which they arrived at this account.</summary>
    OldestFirst,

    /// <summary>Parcels in the reverse order of arrival.</summary>
    NewestFirst,

    /// <summary>As OldestFirst, and a credit keeps the inner order of the debit that paid it (definitions C1, ordered lots).</summary>
    OldestLotFirst,

    /// <summary>As NewestFirst, and a credit keeps the order in which the debit that paid it drew: what was taken last lies on top.</summary>
    NewestLotFirst,

    /// <summary>No order of arrival: owner totals, class by class, rateably inside a class (definitions C2).</summary>
    Totals,
}
