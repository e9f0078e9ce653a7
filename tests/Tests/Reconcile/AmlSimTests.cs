using System.Globalization;
using System.IO.Compression;
using FinInvest.Graph.Reconcile;
using Xunit;

namespace FinInvest.Graph.Tests.Reconcile;

/// <summary>A generated bank's log: 124,124 two-sided rows with running balances, once in exact cents, once as the generator's floating-point numbers.</summary>
public class AmlSimTests
{
    [Fact]
    public void Every_account_of_the_log_in_cents_foots()
    {
        var r = Build("tx_log_cents.csv.gz");
        Assert.All(r.Statements, s => Assert.True(s.Reconciles, $"{s.Account}: {s.Reason}"));
        Assert.All(r.Ledger.Accounts.Skip(1), a => Assert.Equal(AccountCoverage.Reconciled, a.Coverage));
        Assert.Equal(124_120, Enumerable.Range(0, r.Ledger.Count).Count(m => r.Ledger.Kind[m] == MovementKind.Transfer && r.Ledger.Debited[m] != 0 && r.Ledger.Credited[m] != 0));
        Assert.Empty(r.Ledger.Breaks);
        Assert.Empty(r.Ledger.UnevidencedGroups);
        Assert.Empty(r.Unmatched);
        Assert.Equal(["4 row(s) of amount zero make no movement"], r.Notes);
    }

    [Fact]
    public void Accounts_of_the_original_log_that_do_not_foot_are_red_and_not_relied_on()
    {
        var r = Build("tx_log.csv.gz");
        var red = r.Statements.Where(s => !s.Reconciles).Select(s => s.Account).ToHashSet(StringComparer.Ordinal);
        Assert.True(red.Count > r.Statements.Count / 2);
        Assert.All(r.Ledger.Accounts.Skip(1), a => Assert.Equal(red.Contains(a.Id) ? AccountCoverage.External : AccountCoverage.Reconciled, a.Coverage));
        Assert.Contains(r.Notes, n => n.StartsWith("running balances of tx_log.csv.gz do not chain on ", StringComparison.Ordinal));
    }

    private static Reconciliation Build(string file)
    {
        var path = Path.Combine(PublicData.Require("data/amlsim-generated"), "ai10k_a", file);
        using var text = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        text.ReadLine();
        var rows = new List<string[]>();
        while (text.ReadLine() is { } line)
        {
            rows.Add(line.Split(','));
        }

        var hash = CaseRecords.Hash(file);
        List<string> names = ["", .. rows.SelectMany(w => new[] { w[3], w[6] }).Distinct()];
        var index = names.Select((n, i) => (n, i)).ToDictionary(x => x.n, x => x.i, StringComparer.Ordinal);
        var pages = rows.Select((w, i) => (w, i)).Chunk(PostingPage.RowsMax).Select(chunk =>
        {
            var page = PostingPage.Allocate(hash, names, ["extract"], ["USD"], chunk.Length);
            foreach (var (w, i) in chunk)
            {
                var at = i - chunk[0].i;
                page.Row[at] = i + 1;
                page.Account[at] = index[w[3]];
                page.Counterparty[at] = index[w[6]];
                page.Minor[at] = -Cents(w[2]);
                page.CounterMinor[at] = Cents(w[2]);
                page.BookingDay[at] = page.ValueDay[at] = int.Parse(w[0], CultureInfo.InvariantCulture);
                page.Balance[at] = Cents(w[5]);
                page.CounterBalance[at] = Cents(w[8]);
            }

            return page;
        }).ToList();
        return LedgerBuilder.Build(new CaseFacts([], [new SourceDocument(hash, file, 0)], [], new CaseVersion(1, 0)), pages);
    }

    private static long Cents(string text) => (long)(decimal.Parse(text, CultureInfo.InvariantCulture) * 100);
}
