using System.Globalization;
using FinInvest.Graph.Casework;
using FinInvest.Graph.Casework.Budgets;
using FinInvest.Graph.Casework.ReviewScores;
using FinInvest.Graph.Store;
using FinInvest.Graph.StoreTests.Budgets;
using FinInvest.Graph.StoreTests.Embedded;
using FinInvest.Graph.Trace.Paths;
using Xunit;

namespace FinInvest.Graph.StoreTests.Compliance;

/// <summary>A case of more rows than the budget is answered from those that bear on the question, and the answers are those of the whole case.</summary>
public abstract partial class CaseGraphCompliance
{
    /// <summary>How many invented cases the suite compares; each costs a load.</summary>
    protected virtual int MixedCases => 2;

    [Fact]
    public async Task A_part_of_a_case_within_the_budget_answers_as_the_whole_case()
    {
        var smallest = 1.0;
        for (var seed = 1; seed <= MixedCases; seed++)
        {
            using var folder = new PassingFolder();
            await using var open = await OpenAsync();
            var made = new MixedCase(seed);
            await made.LoadAsync(open.Graph, open.Vault);
            using var whole = await CaseFile.OpenAsync(open.Graph, Ct);
            var rows = seed % 2 == 0 ? new CacheFolder(Path.Combine(folder.Root, "rows")) : null;
            var (asked, balance) = (new CaseReview(whole).Targets([]), "balance:G1-03");
            foreach (var targets in new[] { asked, [.. asked.Take(1), balance] })
            {
                using var part = await CaseFile.OpenWithinAsync(open.Graph, new RowBudget(made.Rows - 1, [.. targets.Contains(balance) ? ["G1-03"] : Array.Empty<string>()]), Ct, rows: rows);
                Assert.NotNull(part.Extent);
                Assert.Equal(made.Rows, part.Extent.RowsInCase);
                Assert.Equal(part.Extent.Rows, await CountAsync(open.Graph, part));
                smallest = Math.Min(smallest, (double)part.Extent.Rows / made.Rows);
                Assert.Equal(Answers(whole, targets), Answers(part, targets));
                Assert.All(new CaseReview(part).Bounds(targets), b => Assert.Equal((b.Cost, true), (b.UpperOut, b.Note.Contains("OUTSIDE", StringComparison.Ordinal))));
                Assert.Throws<CaseRefusalException>(() => new CaseReview(part).OtherFigures(targets));
                Assert.Throws<CaseRefusalException>(() => new CaseReview(part).Paths(targets[0], new PathOptions { LeadsMax = 1 }));
                var few = part.Extent.Rows - 1;
                var refused = await Assert.ThrowsAsync<CaseRefusalException>(async () => await CaseFile.OpenWithinAsync(open.Graph, new RowBudget(few, ["G1-03"]), Ct, rows: rows));
                Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"of the case's {made.Rows} rows"), refused.Message, StringComparison.Ordinal);
            }

            using var enough = await CaseFile.OpenWithinAsync(open.Graph, new RowBudget(made.Rows, []), Ct, rows: rows);
            Assert.Null(enough.Extent);
        }

        Assert.InRange(smallest, 0.1, 0.9);
    }

    /// <summary>Rows that name an account of the part: no fewer, and no more, and none twice.</summary>
    private static async Task<long> CountAsync(ICaseGraph graph, CaseFile part)
    {
        var rows = 0L;
        await foreach (var page in graph.PostingsAsync(LedgerRequest.WholeCase(part.Version), Ct))
        {
            rows += Enumerable.Range(0, page.Count).Count(i => part.Extent!.Needed.Contains(page.AccountNames[page.Account[i]]) || part.Extent.Needed.Contains(page.AccountNames[page.Counterparty[i]]));
        }

        return rows;
    }

    /// <summary>Everything that is answered from a part, movements told by their rows.</summary>
    private static List<string> Answers(CaseFile file, IReadOnlyList<string> targets)
    {
        var review = new CaseReview(file);
        var answers = new List<string>();
        foreach (var trace in review.Compare(targets))
        {
            answers.AddRange(trace.Targets.Select(t => $"{trace.Rule} {t.Target}: {t.Traced} of {t.Cost}, origin {t.Origin}, paid {string.Join(", ", t.Paid)}, held {string.Join(", ", t.Held ?? [])}"));
            answers.AddRange(trace.Claims.Select(c => $"{trace.Rule} {c}"));
        }

        foreach (var b in review.Bounds(targets))
        {
            answers.Add($"{b.Target}: {b.Lower} {b.UpperRecorded} {b.Floor} {b.FloorUpperRecorded} {b.DayBatchLower} {b.Outer}");
            answers.AddRange(b.UpperCut.Concat(b.LowerCut).Select(c => $"{b.Target} cut: {c.Minor} {c.Account}"));
        }

        foreach (var target in targets)
        {
            foreach (var key in new[] { "amount", "arrival", "steps" })
            {
                var found = review.Paths(target, new PathOptions { K = 6, Key = key });
                answers.Add($"{target} by {key}: {found.Found} paths, {found.Chains} chains, {found.Cut}");
                answers.AddRange(found.Paths.Select(p => $"{string.Join(">", p.Accounts)} {p.Least} {p.Arrival} {p.OtherChains} "
                    + string.Join(" ", p.Hops.Select(h => $"{h.Kind} {h.From}>{h.To} {(h.Movement < 0 ? "" : string.Join("+", file.Reconciliation.Ledger.RowsOf(h.Movement).ToArray()))}")) + string.Join(";", p.Notes)));
            }
        }

        return answers;
    }
}
