using FinInvest.Graph.Ingest;
using FinInvest.Graph.Ingest.Mapping;
using FinInvest.Graph.Tests.House;
using Xunit;

namespace FinInvest.Graph.Tests.Ingest;

/// <summary>Public data sets through the mappings of sample-data/mappings: every row of every file is loaded or rejected.</summary>
public class PublicFileTests
{
    private static RecordMapping Mapping(string name)
    {
        using var json = File.OpenRead(Path.Combine(Repository.Root, "sample-data", "mappings", name + ".json"));
        var mapping = RecordMapping.Load(json, out var problems);
        Assert.True(mapping is not null, string.Join("; ", problems));
        return mapping!;
    }

    private static Reading Read(string path, RecordMapping mapping, ReadingContext context)
    {
        using var file = File.OpenRead(path);
        return Reading.Of(MappedFileReader.Read(file, new SourceDocument(Sha256.Of([]), Path.GetFileName(path), file.Length), mapping, context));
    }

    private static ReadingContext Dollars(int exponent) => new(new Dictionary<string, int> { ["USD"] = exponent }, "USD");

    [Fact]
    public void Every_row_of_FinBench_is_loaded_or_rejected()
    {
        var folder = PublicData.Require("data/ldbc-finbench/data/snapshot");
        var mapping = Mapping("ldbc-finbench");
        var files = Directory.GetFiles(folder, "*.csv").Order(StringComparer.Ordinal).ToList();
        Assert.Equal(18, files.Count);
        var parties = new List<string>();
        foreach (var file in files)
        {
            var name = Path.GetFileName(file);
            Assert.True(mapping.Covers(name), name);
            var reading = Read(file, mapping, Dollars(2));
            var lines = File.ReadLines(file).Skip(1).Count(l => l.Length > 0);
            Assert.Equal((name, lines), (name, (int)reading.RowsRead));
            Assert.Equal(lines, reading.Postings + reading.Facts.Count + reading.Rejects.Count);
            Assert.True(reading.Rejects.Count == 0, name + ": " + string.Join("; ", reading.Rejects.Take(3).Select(r => $"{r.Code} {r.Row} {r.Text}")));
            parties.AddRange(reading.Facts.OfType<Party>().Select(p => p.Id));
            if (name == "AccountTransferAccount.csv")
            {
                Assert.Contains(NoteCodes.AmountsRounded, reading.Notes.Select(n => n.Code));
                Assert.All(reading.Pages, p => Assert.DoesNotContain(Instant.None, p.Instant));
                var unrounded = mapping with { Files = [.. mapping.For(name).Select(f => f with { Rounding = "" })] };
                var strict = Read(file, unrounded, Dollars(2));
                Assert.Equal([RejectCodes.AmountTooManyDecimals], strict.Rejects.Select(r => r.Code).Distinct());
                Assert.Equal(lines, strict.Postings + strict.Rejects.Count);
            }
        }

        Assert.Equal(parties.Count, parties.Distinct().Count());
        Assert.Equal("ldbc-finbench/1, rounding half-even", mapping.Label("AccountRepayLoan.csv"));
    }

    [Theory]
    [InlineData("tx_log_cents.csv.gz", 0)]
    [InlineData("tx_log.csv.gz", 1)]
    public void Both_balances_of_a_two_sided_log_are_read(string name, int unfooted)
    {
        var folder = PublicData.Require("data/amlsim-generated/ai10k_a");
        var reading = Read(Path.Combine(folder, name), Mapping("amlsim"), Dollars(2));
        Assert.Equal((124_124, 0L), (reading.Postings, reading.Rejects.Count));
        Assert.Equal(unfooted, reading.Notes.Count(n => n.Code == NoteCodes.RowDoesNotFoot));
        var page = reading.Pages[0];
        Assert.Equal("tx_log" + (unfooted == 0 ? "_cents" : "") + "/1 2022-01-01 5097 -79509 USD 26 79509 USD", reading.Lines.First());
        Assert.Equal(unfooted == 0 ? (9760037L, 9527312L) : (9760035L, 9527314L), (page.Balance[0], page.CounterBalance[0]));
    }

    [Fact]
    public void One_file_gives_parties_accounts_and_holders()
    {
        var reading = Read(Path.Combine(PublicData.Require("data/amlsim-generated/ai10k_a"), "accounts.csv.gz"), Mapping("amlsim"), Dollars(2));
        var kinds = reading.Facts.GroupBy(f => f.GetType().Name).ToDictionary(g => g.Key, g => g.Count());
        Assert.Equal(kinds["Party"], kinds["Account"]);
        Assert.Equal(kinds["Party"], kinds["AccountHolder"]);
        Assert.Empty(reading.Rejects);
    }

    [Fact]
    public void Files_without_header_are_read_by_position_and_a_fee_leaves_the_sender()
    {
        var folder = PublicData.Require("data/mattsson-flows/examples");
        var files = Directory.GetFiles(folder, "*txns*.csv", SearchOption.AllDirectories).Where(f => !f.Contains("output", StringComparison.Ordinal)).ToList();
        Assert.Equal(6, files.Count);
        foreach (var file in files)
        {
            var reading = Read(file, Mapping("mattsson-flows"), Dollars(6));
            Assert.Equal((File.ReadLines(file).Count(l => l.Length > 0), 0), (reading.Postings, reading.Rejects.Count));
        }

        var fees = Read(files.Single(f => f.EndsWith("network_txns_fees.csv", StringComparison.Ordinal)), Mapping("mattsson-flows"), Dollars(2));
        Assert.Contains("network_txns_fees/2 2017-03-01 BBB -360000 USD QQQ 350000 USD", fees.Lines);
    }
}
