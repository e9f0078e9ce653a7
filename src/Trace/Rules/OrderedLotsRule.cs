namespace FinInvest.Graph.Trace.Rules;

/// <summary>First in, first out through the whole chain: a named mode, for UTXO chains and data sets that define it so (definitions C1).</summary>
public sealed class OrderedLotsRule : TracingRule
{
    public override string Id => "ordered-lots";
    public override string Name => "First in, first out, ordered lots";
    public override IReadOnlyList<string> Authorities => ["Clayton's Case (Devaynes v Noble) (1816) 1 Mer 572, read through the whole chain"];
    public override string Definition => "As first in, first out, but a credit keeps the inner order of the debit that paid it.";
    public override bool IsNamedMode => true;
    public override FundOrder Order => FundOrder.OldestLotFirst;
}
