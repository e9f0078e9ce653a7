namespace FinInvest.Graph.Trace.Bounds;

/// <summary>
/// What holds under every conserving rule (definitions E): at least L and at most U of a target is money of the scored claims, because L is what it received less
/// the most that clean money could bring, and U the most that criminal money could bring, by exact maximum flow on the recorded movements.
/// </summary>
public static class BoundsCalculator
{
    /// <summary>Name of the joint result.</summary>
    public const string Set = "SET";

    /// <summary>Prefix of a target that is an account's closing balance.</summary>
    public const string BalancePrefix = "balance:";

    /// <param name="targets">Acquisition keys ("X0#0") or "balance:ACCOUNT"; none twice.</param>
    /// <returns>One result a target in the order asked, then one for the set where asked and at least two of the targets are held.</returns>
    /// <exception cref="ArgumentException">No such target, or several currencies and no rate for one of them.</exception>
    /// <exception cref="InvalidOperationException">The ledger is inconsistent with itself: the movement is named.</exception>
    public static IReadOnlyList<BoundsResult> Compute(Reconciliation reconciliation, IReadOnlyList<string> targets, BoundsOptions options) =>
        ExchangeUnits<long>.Currencies(reconciliation).Count <= 1
            ? new BoundsRun<long>(reconciliation, targets, options).Results()
            : new BoundsRun<Int128>(reconciliation, targets, options).Results();
}
