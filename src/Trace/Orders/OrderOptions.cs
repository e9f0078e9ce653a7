namespace FinInvest.Graph.Trace.Orders;

/// <summary>How much may be run for the order modes of one rule.</summary>
/// <param name="OrdersMax">Orders on the corridor up to which the modes are exact (definitions D6).</param>
/// <param name="LegVisitsMax">Orders times legs of the ledger: a bound on the work, which says so when it is reached.</param>
public sealed record OrderOptions(long OrdersMax = 1_000_000, long LegVisitsMax = 400_000_000);
