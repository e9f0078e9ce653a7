using System.Text.Json;
using FinInvest.Graph.Model.Ledgers;
using FinInvest.Graph.Model.Results;
using FinInvest.Graph.Tests.Ledgers;
using FinInvest.Graph.Tests.Trace.Bounds;
using FinInvest.Graph.Trace;
using FinInvest.Graph.Trace.Rules;
using Xunit;

namespace FinInvest.Graph.Tests.Trace.Rules;

/// <summary>
/// The loop over money that only passes on against its slow twin: where a running ledger is wanted of every account, each leg is run by itself.
/// </summary>
public class PlainLegsTests
{
    [Theory]
    [InlineData(AccountCoverage.Reconciled)]
    [InlineData(AccountCoverage.Unreconciled)]
    public void Money_that_passes_on_in_columns_is_what_it_is_leg_by_leg(AccountCoverage coverage)
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var lines = RandomCase.Lines(seed, withDebt: true);
            var reconciliation = CaseText.Parse(string.Join('\n', coverage == AccountCoverage.Reconciled ? lines : lines.Where(l => !l.StartsWith("opening", StringComparison.Ordinal))), coverage);
            AssertSame(reconciliation, seed);

            // Legs of one movement apart, so that money is in transit.
            var random = new Random(seed);
            var legs = reconciliation.Ledger.Legs.ToArray();
            var at = legs.Select(l => (Key: reconciliation.Ledger.Kind[l >> 1] == MovementKind.Transfer ? random.Next(1, 50) : 0, Leg: l)).ToDictionary(l => l.Leg, l => l.Key);
            int[] apart = [.. legs.OrderBy(l => (l & 1) == 1 ? Math.Max(at[l], at.GetValueOrDefault(l - 1)) : at[l]).ThenBy(l => l)];
            AssertSame(reconciliation with { Ledger = reconciliation.Ledger.Reordered(apart) }, seed);
        }
    }

    private static void AssertSame(Reconciliation reconciliation, int seed)
    {
        string[] accounts = [.. reconciliation.Ledger.Accounts.Skip(1).Select(a => a.Id)];
        IReadOnlyList<string> targets = [.. reconciliation.Register.Acquisitions.Select(a => a.Key), .. accounts.Select(a => "balance:" + a)];
        foreach (var rule in RuleCatalogue.All)
        {
            foreach (var withFlow in new[] { false, true })
            {
                var columns = Tracer.Run(reconciliation, rule.Id, new TraceOptions(targets, null, withFlow));
                var legs = Tracer.Run(reconciliation, rule.Id, new TraceOptions(targets, accounts, withFlow)) with { Ledgers = [] };
                Assert.True(Text(legs) == Text(columns), $"Seed {seed}, {rule.Id}, flow {withFlow}");
            }
        }
    }

    private static string Text(TraceResult result) => JsonSerializer.Serialize(result);
}
