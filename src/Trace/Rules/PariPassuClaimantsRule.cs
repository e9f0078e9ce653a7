using FinInvest.Graph.Model.Ledgers;
using FinInvest.Graph.Model.Results;

namespace FinInvest.Graph.Trace.Rules;

/// <summary>Pari passu among claimants only: no more than was contributed, no more than is left (definitions D5).</summary>
public sealed class PariPassuClaimantsRule : OtherRule
{
    public override string Id => "pari-passu-claimants";
    public override string Name => "Pari passu ex post facto, claimants only";
    public override IReadOnlyList<string> Authorities => ["Charity Commission v Framjee [2014] EWHC 2507 (Ch)"];
    public override string Definition => "Claims and other claimants share the closing balance of one named pool in proportion to what they contributed, each up to that amount.";

    public override IReadOnlyList<OtherFigure> Run(Reconciliation reconciliation, OtherRuleOptions options)
    {
        var pool = new PoolContributions(reconciliation, options);
        var owners = reconciliation.Register.Owners;
        var contributions = pool.ByOwner.Select((c, o) => owners.ClassOf(o) == OwnerClass.Free ? 0 : c).ToArray();
        return PariPassuRule.Divide(Id, owners, pool, contributions, Math.Min(pool.Closing, contributions.Sum()));
    }
}
