namespace FinInvest.Graph.Assess.Support;

/// <summary>Which end of the support interval is asked for (definitions H6).</summary>
internal enum SupportEnd
{
    /// <summary>S_lo: an element without a holding item does not hold.</summary>
    Low = 0,

    /// <summary>S_hi: an element holds unless a contradiction holds.</summary>
    High = 1,
}
