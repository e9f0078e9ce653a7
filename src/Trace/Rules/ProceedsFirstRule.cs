using FinInvest.Graph.Model.Ledgers;

namespace FinInvest.Graph.Trace.Rules;

/// <summary>Proceeds first: drugs-in, first-out (definitions D2).</summary>
public sealed class ProceedsFirstRule : TracingRule
{
    public override string Id => "proceeds-first";
    public override string Name => "Proceeds first";
    public override IReadOnlyList<string> Authorities => ["United States v Banco Cafetero Panama, 797 F.2d 1154 (2d Cir. 1986) (drugs-in, first-out)"];
    public override string Definition => "A debit takes claims rateably until none is left, then everything else rateably.";
    public override FundOrder Order => FundOrder.Totals;
    public override int TierOf(OwnerClass owner) => owner == OwnerClass.Claim ? 0 : 1;
}
