namespace FinInvest.Graph.Trace.Rules;

/// <summary>Rolling charge, also called averaging, haircut or the North American rule.</summary>
public sealed class RollingRule : TracingRule
{
    public override string Id => "rolling";
    public override string Name => "Rolling pro rata";
    public override IReadOnlyList<string> Authorities =>
        ["Barlow Clowes International v Vaughan [1992] 4 All ER 22 (the North American solution)", "United States v Banco Cafetero Panama, 797 F.2d 1154 (2d Cir. 1986) (averaging)"];
    public override string Definition => "A debit takes from every owner in the proportion of the balance at that moment.";
    public override FundOrder Order => FundOrder.Totals;
}
