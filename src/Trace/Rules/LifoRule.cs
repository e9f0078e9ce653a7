namespace FinInvest.Graph.Trace.Rules;

/// <summary>Last in, first out.</summary>
public sealed class LifoRule : TracingRule
{
    public override string Id => "lifo";
    public override string Name => "Last in, first out";
    public override IReadOnlyList<string> Authorities => ["No general authority at common law; offered as an accounting convention in some forfeiture reports"];
    public override string Definition => "A debit takes the money that arrived at this account last; part of a mixed credit is taken rateably.";
    public override FundOrder Order => FundOrder.NewestFirst;
}
