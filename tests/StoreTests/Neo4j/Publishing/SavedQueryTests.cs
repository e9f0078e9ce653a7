using FinInvest.Graph.Store;
using FinInvest.Graph.Store.Publishing;
using FinInvest.Graph.StoreTests.Kill;
using Xunit;

namespace FinInvest.Graph.StoreTests.Neo4j.Publishing;

/// <summary>The queries of cypher/query on the sample case: what a person in Neo4j Browser is told.</summary>
[Collection(ProcessesCollection.Name)]
public class SavedQueryTests(PublishedSample sample) : IClassFixture<PublishedSample>
{
    private const string Keys = "reduce(s = '', k IN keys | s + ' ' + k)";
    private const string Items = "reduce(s = '', x IN items | s + ' ' + x) + ' |' + reduce(s = '', x IN others | s + ' ' + x)";

    [Fact]
    public async Task Routes_lead_from_the_act_to_the_asset_in_the_order_of_the_case()
    {
        const string shown = "episode + ' ' + transfers + ' ' + least + ':' + " + Keys + " + ' ' + costLine + ' of ' + found";
        Assert.Equal(
            [
                "EP-1 1 2000000000: 15 CL-2 of 7", "EP-2 1 2000000000: 15 CL-2 of 7", "EP-1 1 1800000000: 8 CL-2 of 7", "EP-1 1 1550000000: 8 CL-1 of 7",
                "EP-1 1 12000000: 8 CL-3 of 7", "EP-1 1 12000000: 15 CL-3 of 7", "EP-2 1 12000000: 15 CL-3 of 7",
            ],
            await PublishedSample.AskAsync(sample.Open, "routes", shown, ("asset", "FLAT"), ("least", 0)));
        Assert.Equal(["EP-1 2 100000000: 8 23 CL-4 of 3", "EP-1 2 100000000: 15 23 CL-4 of 3", "EP-2 2 100000000: 15 23 CL-4 of 3"],
            await PublishedSample.AskAsync(sample.Open, "routes", shown, ("asset", "CAR"), ("least", 0)));
        Assert.Empty(await PublishedSample.AskAsync(sample.Open, "routes", shown, ("asset", "CAR"), ("least", 100_000_001)));
        Assert.Equal(["EP-3 1 39500000: 34 CL-5 of 2", "EP-3 1 800000: 34 CL-6 of 2"], await PublishedSample.AskAsync(sample.Open, "routes", shown, ("asset", "VILLA"), ("least", 0)));
    }

    [Fact]
    public async Task Owners_at_a_date_are_told_with_the_share_that_each_chain_carries()
    {
        const string shown = "owner + ' ' + toString(round(low, 4)) + ' ' + toString(round(high, 4)) + reduce(s = '', x IN ids | s + ' ' + x)";
        Assert.Equal(["P-HALCYON 0.5 0.5 OI-3", "P-SUBJECT 0.3 0.3 OI-4", "P-NOMINEE 0.2 0.2 OI-5", "P-SUBJECT 0.2 0.2 OI-2 OI-3"],
            await PublishedSample.AskAsync(sample.Open, "owners", shown, ("target", "P-NORVANE"), ("at", "2023-07-31")));
        Assert.Equal(["P-NORVANE 1.0 1.0"], await PublishedSample.AskAsync(sample.Open, "owners", shown, ("target", "VILLA"), ("at", "2022-12-14")));
        Assert.Equal(["P-AQSU 1.0 1.0", "P-BROTHER 0.5 0.75 OI-7", "P-SUBJECT 0.25 0.25 OI-6"],
            await PublishedSample.AskAsync(sample.Open, "owners", shown, ("target", "KZ207010000410200117"), ("at", "2023-07-31")));
    }

    [Fact]
    public async Task Rows_behind_a_transfer_are_those_of_both_banks_with_what_supports_them()
    {
        const string shown = "debited + ' > ' + credited + ' ' + minor + ' ' + coalesce(row + ' ' + document + ' ' + rowMinor + ' ' + booked, 'no row') + reduce(s = '', x IN evidence | s + ' ' + x)";
        Assert.Equal(
            [
                "KZ207010000410200117 > KZ05812KZT2000771930 2100000000 6a93a3/DALA-1/6 dala-statement.csv 2100000000 2023-04-05",
                "KZ207010000410200117 > KZ05812KZT2000771930 2100000000 dadd06/QOIMA-1/7 postings-qoima.csv -2100000000 2023-04-05",
            ],
            await PublishedSample.AskAsync(sample.Open, "rows-behind-transfer", shown, ("transfer", 15)));
        Assert.Equal(["OUTSIDE > KZ05812KZT2000771930 125000000 no row"], await PublishedSample.AskAsync(sample.Open, "rows-behind-transfer", shown, ("transfer", 0)));
        var flat = await PublishedSample.CountAsync(sample.Open, "MATCH (:Account)-[p:PAYS {case: $case, id: 'CL-2'}]->(:Asset) RETURN p.transfer");
        Assert.Equal(["KZ05812KZT2000771930 > OUTSIDE 2000000000 6a93a3/DALA-1/7 dala-statement.csv -2000000000 2023-04-07 IT-13 IT-2"],
            await PublishedSample.AskAsync(sample.Open, "rows-behind-transfer", shown, ("transfer", flat)));
    }

    [Fact]
    public async Task What_rests_on_one_partner_says_what_would_be_lost_without_it()
    {
        const string shown = "what + ' ' + transfers + ' ' + alone + ':' + " + Items;
        Assert.Equal(["document postings-levant-harbour.csv 3 2: |", "fact holder:CY55007000800000001200527600 0 1: IT-8 |"],
            await PublishedSample.AskAsync(sample.Open, "rests-on-partner", shown, ("partner", "CY")));
        Assert.Equal(
            [
                "document postings-gulf-meridian.csv 5 4: |", "fact holder:AE300440001234509871233 0 1: IT-7 |", "fact holderx:VILLA 0 0: IT-9 | GE IT-11", "fact link:LHB-1/2 0 1: IT-9 |",
                "fact link:LHB-1/3 0 1: IT-9 |", "fact value:VILLA 0 1: IT-9 |",
            ],
            await PublishedSample.AskAsync(sample.Open, "rests-on-partner", shown, ("partner", "AE")));
    }

    [Fact]
    public async Task Gaps_are_told_with_the_statements_that_do_not_reconcile()
    {
        const string shown = "account + ' ' + what + ' ' + coalesce(after, '-') + ' ' + coalesce(until, '-') + ': ' + why";
        Assert.Empty(await PublishedSample.AskAsync(sample.Open, "gaps", shown));
        var folder = Directory.CreateTempSubdirectory("fininvest-gaps-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "accounts.csv"), "id,currency,institution\nKZ-A,KZT,Invented Bank\nKZ-B,KZT,Invented Bank\n");
            await File.WriteAllTextAsync(Path.Combine(folder, "statements.csv"), """
                id,account,from,to,opening,closing,ordered,row_count
                S1,KZ-A,2024-01-01,2024-01-31,0.00,10.00,yes,1
                S2,KZ-A,2024-03-01,2024-03-31,7.00,8.00,yes,1
                S3,KZ-B,2024-01-01,2024-01-31,0.00,99.00,yes,1

                """);
            await File.WriteAllTextAsync(Path.Combine(folder, "postings.csv"), """
                statement,row,booking_day,value_day,amount,currency,counterparty,counterparty_name,reference,end_to_end_id,kind,balance,text
                S1,1,2024-01-05,2024-01-05,10.00,KZT,,Shop,,,payment,10.00,
                S2,1,2024-03-05,2024-03-05,1.00,KZT,,Shop,,,payment,8.00,
                S3,1,2024-01-05,2024-01-05,5.00,KZT,,Shop,,,payment,,

                """);
            await using var other = await Neo4jOpenCase.MakeAsync(sample.Server);
            await PublishedSample.LoadAsync(other, folder);
            await PublishedSample.PublishAsync(other);
            Assert.Equal(
                [
                    "KZ-A gap 2024-01-31 2024-03-01: balance 1000 before it, 700 after it",
                    "KZ-B external - -: 1 rows name it",
                    "KZ-B statement S3 2024-01-01 2024-01-31: opening and movements do not give the closing balance",
                ],
                await PublishedSample.AskAsync(other, "gaps", shown));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task The_whole_case_is_there_in_the_words_of_the_field()
    {
        Assert.Equal(new PublicationReceipt(new CaseVersion(1, 0), 42, 72, 144, 0), await sample.Open.Store.Published.ShownAsync(default));
        var kinds = new Dictionary<string, long>(StringComparer.Ordinal)
        {
            ["Party"] = 9, ["Act"] = 1, ["Episode"] = 3, ["Asset"] = 3, ["Statement"] = 5, ["Evidence"] = 17, ["RootSource"] = 13, ["Partner"] = 4, ["Request"] = 2, ["Explanation"] = 2, ["RecordedFact"] = 13,
        };
        foreach (var (label, count) in kinds)
        {
            Assert.Equal((label, count), (label, await PublishedSample.CountAsync(sample.Open, $"MATCH (n:{label}) WHERE n.case = $case RETURN count(n)")));
        }

        Assert.Equal(6, await PublishedSample.CountAsync(sample.Open, "MATCH (:Party)-[h:HAS_ACCOUNT]->(a:Account) WHERE a.case = $case AND a.coverage = 'reconciled' AND h.from IS NOT NULL RETURN count(h)"));
    }
}
