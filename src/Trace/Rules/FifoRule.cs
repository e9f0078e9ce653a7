namespace FinInvest.Graph.Trace.Rules;

/// <summary>First in, first out (Clayton's Case).</summary>
public sealed class FifoRule : TracingRule
{
    public override string Id => "fifo";
    public override string Name => "First in, first out";
    public override IReadOnlyList<string> Authorities => ["Clayton's Case (Devaynes v Noble) (1816) 1 Mer 572"];
    public override string Definition => "A debit takes the money that arrived at this account first; part of a mixed credit is taken rateably.";
    public override FundOrder Order => FundOrder.OldestFirst;
}
