using FinInvest.Graph.Model.Ledgers;
using FinInvest.Graph.Model.Results;

namespace FinInvest.Graph.Trace.Rules;

/// <summary>Total contamination: one flag an account (definitions D5).</summary>
public sealed class PoisonRule : OtherRule
{
    public override string Id => "poison";
    public override string Name => "Total contamination (poison)";
    public override IReadOnlyList<string> Authorities => ["German Federal Court of Justice, 1 StR 33/15 (20 May 2015) (mixed account money as a laundering object)"];
    public override string Definition => "Any credit with crime money, or from a contaminated payment, contaminates the whole account until its balance is 0.";

    public override IReadOnlyList<OtherFigure> Run(Reconciliation reconciliation, OtherRuleOptions options) => new ContaminationRun(reconciliation, options).Figures(Id);
}
