using FinInvest.Graph.Model.Ledgers;
using FinInvest.Graph.Model.Results;
using FinInvest.Graph.Trace.Columns;

namespace FinInvest.Graph.Trace.Rules;

/// <summary>Pari passu after the event: the closing balance of a pool by contributions, dates ignored (definitions D5).</summary>
public sealed class PariPassuRule : OtherRule
{
    public override string Id => "pari-passu";
    public override string Name => "Pari passu ex post facto";
    public override IReadOnlyList<string> Authorities => ["Barlow Clowes International v Vaughan [1992] 4 All ER 22", "Charity Commission v Framjee [2014] EWHC 2507 (Ch)"];
    public override string Definition => "The closing balance of one named pool is divided among all owners, own money included, in proportion to what each contributed.";

    public override IReadOnlyList<OtherFigure> Run(Reconciliation reconciliation, OtherRuleOptions options)
    {
        var pool = new PoolContributions(reconciliation, options);
        return Divide(Id, reconciliation.Register.Owners, pool, pool.ByOwner, pool.Closing);
    }

    /// <summary>Divides a sum by contributions; owners without one are left out.</summary>
    internal static IReadOnlyList<OtherFigure> Divide(string rule, OwnerTable owners, PoolContributions pool, long[] contributions, long closing)
    {
        if (pool.Currencies.Count != 1)
        {
            return [new OtherFigure(rule, "pool", "", null, "", $"The pool holds {pool.Currencies.Count} currencies; name the accounts of one.")];
        }

        var total = contributions.Sum();
        if (total == 0)
        {
            return [new OtherFigure(rule, "pool", "", null, pool.Currencies[0], "Nobody contributed to the pool in this period.")];
        }

        var shares = new long[contributions.Length];
        new RateableSplit().Of(contributions, total, closing, shares);
        return [.. Enumerable.Range(0, shares.Length).Where(o => contributions[o] > 0)
            .Select(o => new OtherFigure(rule, "pool", owners.Labels[o], shares[o], pool.Currencies[0], $"{closing} x {contributions[o]} / {total}"))];
    }
}
