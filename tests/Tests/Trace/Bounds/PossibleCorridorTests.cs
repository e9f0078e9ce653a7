using System.Text.Json;
using FinInvest.Graph.Model.Ledgers;
using FinInvest.Graph.Tests.Ledgers;
using FinInvest.Graph.Trace.Bounds;
using Xunit;

namespace FinInvest.Graph.Tests.Trace.Bounds;

/// <summary>Bounds on the accounts that may lie on the corridor against their slow twin, the network of the whole ledger: every figure, every cut.</summary>
public class PossibleCorridorTests
{
    [Theory]
    [InlineData(AccountCoverage.Reconciled)]
    [InlineData(AccountCoverage.Unreconciled)]
    public void Bounds_on_the_possible_corridor_are_those_of_the_whole_ledger(AccountCoverage coverage)
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var lines = RandomCase.Lines(seed, withDebt: seed % 2 == 0).Where(l => coverage == AccountCoverage.Reconciled || !l.StartsWith("opening", StringComparison.Ordinal));
            var reconciliation = CaseText.Parse(string.Join('\n', lines), coverage);
            AssertSame(reconciliation, seed);
            AssertSame(reconciliation with { Ledger = ByFours(reconciliation.Ledger) }, seed);
        }
    }

    private static void AssertSame(Reconciliation reconciliation, int seed)
    {
        string[] targets = [.. reconciliation.Register.Acquisitions.Select(a => a.Key), .. reconciliation.Ledger.Accounts.Skip(1).Select(a => "balance:" + a.Id)];
        string[]?[] acts = [null, ["A1"]];
        foreach (var options in acts.Select(a => new BoundsOptions(WithSet: false, Acts: a)))
        {
            var whole = BoundsCalculator.Compute(reconciliation, targets, options with { WholeLedger = true });
            Assert.True(Text(whole) == Text([.. targets.SelectMany(t => BoundsCalculator.Compute(reconciliation, [t], options))]), $"Seed {seed}");
            Assert.True(Text(whole) == Text(BoundsCalculator.Compute(reconciliation, targets, options)), $"Seed {seed}, together");
        }
    }

    /// <summary>The same movements, four lines on each day, and no day's order evidenced.</summary>
    private static Ledger ByFours(Ledger ledger)
    {
        var c = ledger.Columns;
        int[] days = [.. c.DebitDay.ToArray().Select(d => d / 4)];
        var groups = Enumerable.Range(0, ledger.Count).SelectMany(m => new[] { (c.Debited[m], days[m]), (c.Credited[m], days[m]) }).Where(g => g.Item1 > 0).Distinct().Order()
            .Select(g => new DayGroup(g.Item1, new Day(g.Item2)));
        return new Ledger(new LedgerColumns
        {
            Debited = c.Debited, Credited = c.Credited, DebitMinor = c.DebitMinor, CreditMinor = c.CreditMinor, DebitDay = days, CreditDay = days, DebitInstant = c.DebitInstant,
            CreditInstant = c.CreditInstant, Kind = c.Kind, Flags = c.Flags, Legs = c.Legs, RowStart = c.RowStart, RowStatement = c.RowStatement, RowNumber = c.RowNumber,
        }, ledger.Accounts, ledger.Statements, [.. groups], ledger.Breaks, ledger.SelfTransfers);
    }

    private static string Text(IReadOnlyList<BoundsResult> results) => JsonSerializer.Serialize(results);
}
