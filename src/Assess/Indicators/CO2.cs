namespace FinInvest.Graph.Assess.Indicators;

/// <summary>CO-2 Quantum guard: min(1, P / what is claimed in all assets together), both in units of the proceeds (definitions B3).</summary>
internal sealed class CO2 : IIndicator
{
    public string Code => "CO-2";
    public string Name => "Quantum guard";

    public IndicatorValue Measure(AssessmentContext context)
    {
        // What replaced a sold asset carries the same money: only what is still held is claimed.
        var sold = context.Request.Case.Register.Acquisitions.Where(a => a.SoldMovement >= 0 || a.ExchangedForNext).Select(a => a.Key).ToHashSet(StringComparer.Ordinal);
        var claimed = context.Request.Trace.Targets
            .Where(t => t.Origin > 0 && !sold.Contains(t.Target) && (t.Target == context.Request.Target || !t.Target.StartsWith("balance:", StringComparison.Ordinal))).ToList();
        if (claimed.Count == 0)
        {
            return new IndicatorValue(Code, Name, null, "n/a", "Nothing is claimed under this rule.", []);
        }

        var charged = Charged(context);
        // With one currency of proceeds every origin amount is in it, whatever the asset was paid in; with several, a chain keeps its own.
        var groups = claimed.GroupBy(t => charged.Count == 1 ? charged.Keys.Single() : t.Currency, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).ToList();
        if (groups.FirstOrDefault(g => !charged.ContainsKey(g.Key)) is { } foreign)
        {
            return new IndicatorValue(Code, Name, null, "n/a", $"Claim money in {foreign.Key} is compared with proceeds in {string.Join(" and ", charged.Keys)}: it cannot be added.", []);
        }

        var value = groups.Min(g => Math.Min(1, (double)charged[g.Key] / g.Sum(t => t.Origin)));
        var reason = string.Join("; ", groups.Select(g => $"proceeds charged {context.Amount(charged[g.Key], g.Key)}, traced into all assets {context.Amount(g.Sum(t => t.Origin), g.Key)}"));
        return new IndicatorValue(Code, Name, value, AssessmentContext.Text(value), char.ToUpperInvariant(reason[0]) + reason[1..] + (value < 1 ? ": more is claimed than the acts yielded." : "."),
            [.. claimed.Select(t => t.Target)]);
    }

    /// <summary>P by currency of the credits that were named as proceeds.</summary>
    private static SortedDictionary<string, long> Charged(AssessmentContext context)
    {
        var (ledger, register) = (context.Ledger, context.Request.Case.Register);
        var byCurrency = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var mark in register.Claims)
        {
            var currency = ledger.Accounts[ledger.Credited[mark.Movement]].Currency;
            byCurrency[currency] = byCurrency.GetValueOrDefault(currency) + Math.Min(mark.Minor, ledger.CreditMinor[mark.Movement]);
        }

        // The trace's own totals know more: cash, reversals, what is the same money.
        if (byCurrency.Count <= 1 && context.Request.Trace.Claims.Count > 0)
        {
            var currency = byCurrency.Keys.FirstOrDefault() ?? context.Request.Trace.Claims[0].Currency;
            return new SortedDictionary<string, long>(StringComparer.Ordinal) { [currency] = context.Request.Trace.Claims.Sum(c => c.Charged) };
        }

        return context.Request.Trace.Claims.Any(c => c.Charged != 0 && c.Currency.Length == 0) ? byCurrency
            : new SortedDictionary<string, long>(context.Request.Trace.Claims.Where(c => c.Currency.Length > 0).GroupBy(c => c.Currency, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(c => c.Charged)), StringComparer.Ordinal);
    }
}
