using System.Globalization;

namespace FinInvest.Graph.Tests.Simulation;

/// <summary>A statement as a bank hands it out: some days of one account, in a document of that bank.</summary>
internal sealed record CutStatement(string Id, string Document, HiddenAccount Account, DayRange Period, long Opening, long Closing, IReadOnlyList<HiddenLeg> Rows);

/// <summary>
/// Cuts statements from a hidden ledger: covered periods in one piece or in several, adjoining or overlapping (the same rows twice), a part handed over a
/// second time in another document, days without any row, a period that lost one. What is not covered is seen by nobody.
/// </summary>
internal static class StatementCutter
{
    public static List<CutStatement> Cut(HiddenLedger ledger)
    {
        var random = new SplitMix64(ledger.Seed ^ 0x5741_7465_6D65_6E74);
        var statements = new List<CutStatement>();
        foreach (var account in ledger.Accounts)
        {
            var listed = ledger.Listed(account);
            var periods = account.Covered.SelectMany(r => Pieces(r, random, ledger.AsOf.Number)).ToList();
            for (var i = 0; i < periods.Count; i++)
            {
                statements.Add(One(ledger, account, listed, periods[i], i + 1, $"{account.Bank}-{(i % 2) + 1}"));
            }

            if (account.Broken is { } broken && One(ledger, account, listed, broken, 90, account.Bank + "-1") is { Rows.Count: > 0 } whole)
            {
                var lost = random.Between(0, whole.Rows.Count - 1);
                statements.Add(whole with { Rows = [.. whole.Rows.Where((_, i) => i != lost)] });
            }

            foreach (var range in account.Covered.Where(_ => random.Chance(30)))
            {
                var from = random.Between(range.From.Number, range.To.Number);
                var again = new DayRange(new Day(from), new Day(random.Between(from, range.To.Number)));
                periods.Add(again);
                statements.Add(One(ledger, account, listed, again, periods.Count, account.Bank + "-again"));
            }
        }

        return statements;
    }

    private static IEnumerable<DayRange> Pieces(DayRange range, SplitMix64 random, int days)
    {
        var from = range.From;
        while (true)
        {
            var to = random.Chance(40) ? range.To : new Day(Math.Min(range.To.Number, from.Number + random.Between(5, days / 2)));
            yield return new DayRange(from, to);
            if (to >= range.To)
            {
                yield break;
            }

            // The next period adjoins, shares the last day, or goes some days back.
            var back = random.Between(0, 9) switch { < 5 => 0, < 6 => 1, _ => random.Between(1, 15) };
            from = new Day(Math.Max(from.Number + 1, to.Number + 1 - back));
        }
    }

    private static CutStatement One(HiddenLedger ledger, HiddenAccount account, List<HiddenLeg> listed, DayRange period, int number, string document)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{account.Id}-{number}");
        return new CutStatement(id, document, account, period, ledger.BalanceAfter(account, period.From.AddDays(-1)), ledger.BalanceAfter(account, period.To),
            [.. listed.Where(l => period.Contains(l.Day))]);
    }
}
