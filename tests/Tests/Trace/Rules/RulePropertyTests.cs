using System.Globalization;
using System.Text;
using CsCheck;
using FinInvest.Graph.Model.Ledgers;
using FinInvest.Graph.Model.Results;
using FinInvest.Graph.Tests.Ledgers;
using FinInvest.Graph.Trace.Bounds;
using FinInvest.Graph.Trace.Rules;
using Xunit;

namespace FinInvest.Graph.Tests.Trace.Rules;

/// <summary>What must hold on any ledger. The run itself stops when an owner's money is not conserved to the last unit, so running is half the test.</summary>
public class RulePropertyTests
{
    private static readonly Gen<string> Line = Gen.Select(Gen.Int[0, 9], Gen.Char["WXYZ"], Gen.Char["WXYZ"], Gen.Int[1, 300], (what, x, y, minor) => what switch
    {
        0 or 1 => $"+{x} {minor}",
        2 => $"+{x} {minor} K:A:V{minor % 2}",
        3 => $"+{x} {minor} K:A:V0 {(minor / 2) + 1}",
        4 => $"+{x} {minor} tp:T",
        5 => $"-{x} {minor} asset{minor % 4}",
        6 => $"-{x} {minor}",
        _ => x == y ? $"+{x} {minor}" : $"{x}>{y} {minor}",
    });

    private static readonly Gen<string> LedgerText = Line.Array[1, 40].Select(lines => string.Join('\n', lines));

    [Fact]
    public void Money_is_conserved_and_flows_carry_what_was_traced_under_every_rule() => LedgerText.Sample(text =>
    {
        foreach (var rule in RuleCatalogue.All)
        {
            var result = Worked.Run(text, rule.Id, [.. "WXYZ".Where(text.Contains).Select(a => a.ToString())]);
            Worked.AssertFlows(result);
            Assert.All(result.Ledgers.SelectMany(l => l.Rows), r => Assert.Equal(Math.Max(0, r.Balance), r.Claim + r.Other + r.Free));
            Assert.All(result.Targets, t => Assert.True(t.Origin == t.Traced && t.Paid.Sum(p => p.Minor) == t.Cost));
        }
    }, iter: 1000);

    [Fact]
    public void Own_first_on_one_account_is_the_ratchet() => Gen.Select(Gen.Int[-300, 300], Gen.Bool).Array[1, 40].Sample(steps =>
    {
        var text = new StringBuilder();
        var (claim, balance) = (0L, 0L);
        foreach (var (amount, crime) in steps.Where(s => s.Item1 != 0))
        {
            var minor = Math.Abs(amount).ToString(CultureInfo.InvariantCulture);
            text.Append(amount > 0 ? $"+X {minor}{(crime ? " K" : "")}\n" : $"-X {minor}\n");
            var newClaim = amount > 0 && crime ? Math.Max(0, amount - Math.Max(0, -balance)) : 0;
            balance += amount;
            claim = Math.Min(claim + newClaim, Math.Max(0, balance));
        }

        if (text.Length > 0)
        {
            Assert.Equal(claim, Worked.Run(text.ToString(), "own-first", "X").Traced("balance:X"));
        }
    }, iter: 2000);

    [Fact]
    public void Cutting_a_transfer_in_two_changes_nothing_under_ordered_lots() => LedgerText.Sample(text =>
    {
        var (whole, halves) = (Pure(text), Pure(string.Join('\n', text.Split('\n').SelectMany(Halves))));
        Assert.All(["ordered-lots", "ordered-lots-lifo"], rule => Assert.Equal(Compositions(Worked.Run(whole, rule)), Compositions(Worked.Run(halves, rule))));
    }, iter: 1000);

    [Fact]
    public void Cutting_a_transfer_in_two_changes_no_claim_money_under_own_first_and_proceeds_first_and_no_bound() => LedgerText.Sample(text =>
    {
        // One claim and no other claimant: which money goes first is decided by class, so nothing is rounded.
        var lines = text.Split('\n').Where(l => !l.Contains("tp:", StringComparison.Ordinal)).Select(l => l.Replace(":V1", ":V0", StringComparison.Ordinal)).ToList();
        var (whole, halves) = (Pure(string.Join('\n', lines)), Pure(string.Join('\n', lines.SelectMany(Halves))));
        foreach (var rule in new[] { "own-first", "proceeds-first" })
        {
            Assert.Equal(ClaimMoney(Worked.Run(whole, rule)), ClaimMoney(Worked.Run(halves, rule)));
        }

        // Rolling rounds once a debit, so more debits may move a unit each.
        var (before, after) = (ClaimMoney(Worked.Run(whole, "rolling")), ClaimMoney(Worked.Run(halves, "rolling")));
        Assert.All(before.Zip(after), b => Assert.InRange(Math.Abs(b.First - b.Second), 0, halves.Count(ch => ch == '\n')));
        Assert.Equal(Limits(whole), Limits(halves));
    }, iter: 1000);

    private static List<long> ClaimMoney(TraceResult result) =>
        [.. result.Targets.Select(t => t.Traced), .. result.Closing.Select(c => c.Owners.Where(o => o.Class == OwnerClass.Claim).Sum(o => o.Minor))];

    private static string Limits(string text)
    {
        var parsed = CaseText.Parse(text);
        return string.Join("; ", BoundsCalculator.Compute(parsed, [.. parsed.Register.Acquisitions.Select(a => a.Key)], new BoundsOptions(WithCuts: false))
            .Select(b => $"{b.Target} {b.Lower} {b.UpperRecorded} {b.UpperOut}"));
    }

    private static string Compositions(TraceResult result) => string.Join("; ", result.Closing.Select(c => $"{c.Account} {Worked.Text(c.Owners)}"));

    private static IEnumerable<string> Halves(string line)
    {
        var words = line.Split(' ');
        var minor = long.Parse(words[1], CultureInfo.InvariantCulture);
        return !words[0].Contains('>', StringComparison.Ordinal) || minor < 2 ? [line] : [$"{words[0]} {minor / 2}", $"{words[0]} {minor - (minor / 2)}"];
    }

    /// <summary>Only pure lots and no debt: a partly named credit, or one that repays debt, is blended and may round differently in halves.</summary>
    private static string Pure(string text) => "opening W 100000\nopening X 100000\nopening Y 100000\nopening Z 100000\n" +
        string.Join('\n', text.Split('\n').Where(l => l.Split(' ').Length < 4));
}
