using FinInvest.Graph.Model.Ledgers;
using FinInvest.Graph.Tests.Ledgers;
using FinInvest.Graph.Trace;
using FinInvest.Graph.Trace.Bounds;
using FinInvest.Graph.Trace.Rules;
using Xunit;

namespace FinInvest.Graph.Tests.Trace.Bounds;

/// <summary>Cases in several currencies that state no rates: bounds are given for each target and stay valid.</summary>
public class CurrenciesWithoutRatesTests
{
    [Fact]
    public void An_asset_is_bounded_in_its_own_currency_and_outside_may_bring_foreign_money_back_without_limit()
    {
        // 10 of crime money leave in KZT; the dollar account gets 70 from outside later and buys the flat.
        var parsed = InDollars("+X 10 K\n-X 10\n+Y 70 own\n-Y 70 flat", "Y");
        var flat = Assert.Single(BoundsCalculator.Compute(parsed, ["flat#0"], new BoundsOptions()));
        Assert.Equal((0L, 0L, 70L), (flat.Lower, flat.UpperRecorded, flat.UpperOut));
        Assert.Contains("No rate", flat.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Money_that_left_in_the_same_currency_comes_back_only_as_what_it_was()
    {
        var parsed = InDollars("+X 10 K\n-X 10\n+X 70 own\n-X 70 flat\n+Y 5 own", "Y");
        Assert.Equal(10, Assert.Single(BoundsCalculator.Compute(parsed, ["flat#0"], new BoundsOptions())).UpperOut);
    }

    [Fact]
    public void A_transfer_that_changes_currency_keeps_every_rule_within_the_bounds()
    {
        foreach (var text in new[] { "+X 300 own\n+X 600 K\nX>Y 900/2\n+Y 3 own\n-Y 4 flat", "+X 2 K\n+X 1 own\nX>Y 3/900\n+Y 100 own\n-Y 700 flat" })
        {
            var parsed = InDollars(text, "Y");
            var flat = Assert.Single(BoundsCalculator.Compute(parsed, ["flat#0"], new BoundsOptions()));
            Assert.All(RuleCatalogue.All, rule => Assert.InRange(Tracer.Run(parsed, rule.Id, new TraceOptions()).Targets[0].Traced, flat.Lower, flat.UpperRecorded));
            Assert.True(flat.Outer);
            Assert.Contains("a leg that changes currency", flat.OuterBecause!);
        }
    }

    [Fact]
    public void A_set_over_two_currencies_needs_rates()
    {
        var parsed = InDollars("+X 10 K\n-X 10 car\n+Y 70 K\n-Y 70 flat", "Y");
        Assert.Contains("rates.csv", Assert.Throws<ArgumentException>(() => BoundsCalculator.Compute(parsed, ["car#0", "flat#0"], new BoundsOptions())).Message, StringComparison.Ordinal);
        Assert.Equal([10L, 70L], BoundsCalculator.Compute(parsed, ["car#0", "flat#0"], new BoundsOptions(WithSet: false)).Select(b => b.Lower));
    }

    /// <summary>The worked ledger with one account, and what it bought, in USD.</summary>
    /// <param name="rates">Minor units of a reference for one of the currency; none = the case states none.</param>
    internal static Reconciliation InDollars(string text, string account, params IEnumerable<ReferenceRate> rates)
    {
        var parsed = CaseText.Parse(text);
        var (from, draft) = (parsed.Ledger, new LedgerDraft());
        foreach (var a in from.Accounts.Skip(1))
        {
            draft.AddAccount(a.Id == account ? a with { Currency = "USD" } : a);
        }

        for (var m = 0; m < from.Count; m++)
        {
            draft.Add(from.Kind[m], from.Debited[m], from.Credited[m], from.DebitMinor[m], from.CreditMinor[m], new(from.DebitDay[m]), new(from.CreditDay[m]), from.Flags[m], rows: from.RowsOf(m));
        }

        var dollars = from.AccountIndex(account);
        var register = parsed.Register;
        return parsed with
        {
            Ledger = draft.Build([.. from.Legs]),
            Register = new Register
            {
                Owners = register.Owners,
                Claims = register.Claims,
                AsOf = register.AsOf,
                Rates = rates.ToDictionary(q => q.Currency, StringComparer.Ordinal),
                Acquisitions = [.. register.Acquisitions.Select(q => from.Debited[q.Lines[0].Movement] == dollars ? q with { Currency = "USD" } : q)],
            },
        };
    }
}
