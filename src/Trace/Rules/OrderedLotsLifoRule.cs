namespace FinInvest.Graph.Trace.Rules;

/// <summary>Last in, first out through the whole chain: a named mode, for data sets that define it so (the counterpart of definitions C1).</summary>
public sealed class OrderedLotsLifoRule : TracingRule
{
    public override string Id => "ordered-lots-lifo";
    public override string Name => "Last in, first out, ordered lots";
    public override IReadOnlyList<string> Authorities => ["None of its own: last in, first out, read through the whole chain"];
    public override string Definition => "As last in, first out, but a credit keeps the order in which the debit that paid it drew, what was drawn last on top.";
    public override bool IsNamedMode => true;
    public override FundOrder Order => FundOrder.NewestLotFirst;
}
