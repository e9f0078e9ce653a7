using FinInvest.Graph.Model.Ledgers;

namespace FinInvest.Graph.Trace.Rules;

/// <summary>Own money first: Hallett, the lowest intermediate balance, the Swiss sediment method, multi-victim LIBR (definitions D2).</summary>
public sealed class OwnFirstRule : TracingRule
{
    public override string Id => "own-first";
    public override string Name => "Own money first (lowest intermediate balance)";
    public override IReadOnlyList<string> Authorities =>
    [
        "Re Hallett's Estate (1880) 13 Ch D 696", "James Roscoe (Bolton) Ltd v Winder [1915] 1 Ch 62",
        "United States v Banco Cafetero Panama, 797 F.2d 1154 (2d Cir. 1986) (drugs-in, last-out)", "Swiss Federal Supreme Court, 7B_65/2023 (5 December 2025) (sediment method)",
    ];
    public override string Definition => "A debit takes free money rateably until none is left, then claims and other claimants rateably together.";
    public override FundOrder Order => FundOrder.Totals;
    public override int TierOf(OwnerClass owner) => owner == OwnerClass.Free ? 0 : 1;
}
