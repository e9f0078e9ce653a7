using Xunit;

namespace FinInvest.Graph.Tests.Worker;

/// <summary>Files and facts with faults: no crash, the right exit code, and a sentence that tells what to do.</summary>
public sealed class BrokenInputTests : IDisposable
{
    private static readonly Dictionary<string, string> Whole = new(StringComparer.Ordinal)
    {
        ["case.csv"] = "id,question,as_of,currencies\ndemo,Which part?,2024-06-30,KZT:2\n",
        ["accounts.csv"] = "id,currency\nACC1,KZT\n",
        ["parties.csv"] = "id,name\np-city,City\n",
        ["statements.csv"] = "id,account,from,to,opening,closing,currency\nS1,ACC1,2023-01-01,2023-12-31,50.00,100.00,KZT\n",
        ["postings.csv"] = "statement,row,account,booking_day,amount,currency\nS1,1,ACC1,2023-02-14,200.00,KZT\nS1,2,ACC1,2023-03-01,-150.00,KZT\n",
        ["acts.csv"] = "id,name,status\nA1,Embezzlement,indictment\n",
        ["episodes.csv"] = "id,act,victim,currency,amount\nE1,A1,p-city,KZT,200.00\n",
        ["proceeds.csv"] = "episode,row\nE1,S1/1\n",
        ["assets.csv"] = "id,name,currency\nflat,Flat 12,KZT\n",
        ["cost_lines.csv"] = "asset,row_account,row_day,row_amount\nflat,ACC1,2023-03-01,-150.00\n",
    };

    private readonly string root = Directory.CreateTempSubdirectory("fininvest-broken-").FullName;

    private string Input => Path.Combine(root, "input");
    private string Work => Path.Combine(root, "work");

    [Theory]
    [InlineData("episodes.csv", "id,act,victim,currency,amount\nE1,A9,p-none,KZT,200.00\n", "Act A9", "Party p-none")]
    [InlineData("holders.csv", "account,party\nACC9,p-none\n", "Account ACC9", "Party p-none")]
    [InlineData("ownership.csv", "owner,target,share\np-none,c-none,0.5\n", "Party p-none", "Party c-none")]
    [InlineData("evidence.csv", "id,root_source,partner,credibility,supports\nI1,nobody,KZ,2,link:S9/9;act:A9\n", "Root source nobody", "speaks of act:A9", "speaks of link:S9/9")]
    [InlineData("documents.csv", "document,grade,partner\nno-such.csv,B2,KZ\n", "no-such.csv, which the case does not hold")]
    [InlineData("explanations.csv", "id,asset,text\nX1,house,gift\n", "Asset house")]
    [InlineData("recorded_facts.csv", "gate,subject,answer\nCG-99,house,yes\n", "CG-99 is no gate", "house is no party")]
    [InlineData("relations.csv", "from,to,kind\np-city,p-none,spouse\n", "Party p-none")]
    [InlineData("proceeds.csv", "episode,row\nE9,S1/1\n", "name episode E9")]
    [InlineData("cost_lines.csv", "asset,row\nhouse,S1/2\n", "names house")]
    public async Task An_unknown_reference_is_told_in_status(string file, string text, params string[] told)
    {
        Write((file, text));
        Assert.Equal(0, (await CommandLine.RunAsync("load", Input, "-w", Work)).Code);
        var status = await CommandLine.RunAsync("status", "-w", Work);
        var joined = string.Join(' ', status.Lines);
        Assert.Equal(0, status.Code);
        Assert.All(told, t => Assert.Contains(t, joined, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_amount_that_overflows_a_balance_is_told_without_a_stack_trace()
    {
        Write(("statements.csv", "id,account,from,to,opening,closing,currency\nS1,ACC1,2023-01-01,2023-12-31,92233720368547758.00,100.00,KZT\n"));
        Assert.Equal(0, (await CommandLine.RunAsync("load", Input, "-w", Work)).Code);
        var status = await CommandLine.RunAsync("status", "-w", Work);
        Assert.Equal(1, status.Code);
        Assert.Contains("64 bits", status.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", status.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_profile_that_is_not_known_is_refused_with_those_that_are()
    {
        Write(("case.csv", "id,question,as_of,currencies,profile\ndemo,Which part?,2024-06-30,KZT:2,XX-1\n"));
        await CommandLine.RunAsync("load", Input, "-w", Work);
        var answer = await CommandLine.RunAsync("assess", "-w", Work);
        Assert.Equal(6, answer.Code);
        Assert.Contains("KZ-CC48", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_no_format_knows_stays_new_until_it_has_a_mapping()
    {
        Directory.CreateDirectory(Input);
        var file = Path.Combine(Input, "bank.csv");
        await File.WriteAllTextAsync(file, "Date;Account;Amount;Currency\n2023-02-14;ACC1;200.00;KZT\n2023-03-01;ACC1;-150.00;KZT\n", TestContext.Current.CancellationToken);
        var unknown = await CommandLine.RunAsync("load", file, "-w", Work);
        Assert.Equal(3, unknown.Code);
        Assert.Contains("fininvest map bank.csv", string.Join(' ', unknown.Lines), StringComparison.Ordinal);

        var mapping = Path.Combine(root, "m.json");
        Assert.Equal(0, (await CommandLine.RunAsync("map", file, "-o", mapping)).Code);
        var read = await CommandLine.RunAsync("load", file, "-m", mapping, "-w", Work);
        Assert.Equal(0, read.Code);
        Assert.DoesNotContain("Nothing new", read.Output, StringComparison.Ordinal);

        var other = Path.Combine(root, "m2.json");
        await File.WriteAllTextAsync(other, (await File.ReadAllTextAsync(mapping, TestContext.Current.CancellationToken)).Replace("\"version\": 1", "\"version\": 2", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var again = await CommandLine.RunAsync("load", file, "-m", other, "-w", Work);
        Assert.Contains("a case reads a file once", string.Join(' ', again.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_grade_for_a_file_the_case_already_holds_says_how_to_grade_it()
    {
        Write(("transfers.csv", "id,from,to,amount,currency,booking_day\nT1,ACC8,ACC9,5.00,KZT,2023-02-01\n"));
        await CommandLine.RunAsync("load", Input, "-w", Work);
        var status = await CommandLine.RunAsync("status", "-w", Work);
        Assert.Contains("ungraded, so not relied on: postings.csv", status.Output, StringComparison.Ordinal);
        Assert.Contains("ungraded, so not relied on: transfers.csv", status.Output, StringComparison.Ordinal);
        var again = await CommandLine.RunAsync("load", Path.Combine(Input, "postings.csv"), "--grade", "B2", "--partner", "KZ", "--permission", "court", "-w", Work);
        Assert.Contains("documents.csv", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_identifier_whose_check_digit_fails_is_listed_and_its_row_counts()
    {
        Write(("parties.csv", "id,name,form,national_id,country\np-city,City,company,123456789012,KZ\n"));
        Assert.Equal(0, (await CommandLine.RunAsync("load", Input, "-w", Work)).Code);
        Assert.Contains((await CommandLine.RunAsync("status", "-w", Work)).Lines, l => l.StartsWith("identifier: p-city", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_excluded_document_stays_in_the_list_of_documents_and_comes_back()
    {
        Write(("parties.csv", Whole["parties.csv"]));
        await CommandLine.RunAsync("load", Input, "-w", Work);
        Assert.Equal(0, (await CommandLine.RunAsync("exclude", "postings.csv", "--by", "Judge", "--reason", "a copy", "-w", Work)).Code);
        Assert.Contains("excluded", (await CommandLine.RunAsync("status", "--documents", "-w", Work)).Output, StringComparison.Ordinal);
        Assert.Equal(4, (await CommandLine.RunAsync("trace", "flat", "-w", Work)).Code);
        Assert.Equal(0, (await CommandLine.RunAsync("exclude", "postings.csv", "--undo", "--by", "Judge", "--reason", "certified", "-w", Work)).Code);
        Assert.Equal(0, (await CommandLine.RunAsync("trace", "flat", "-w", Work)).Code);
    }

    private void Write(params (string File, string Text)[] changed)
    {
        Directory.CreateDirectory(Input);
        foreach (var (file, text) in Whole.Concat(changed.Select(c => KeyValuePair.Create(c.File, c.Text))))
        {
            File.WriteAllText(Path.Combine(Input, file), text);
        }
    }

    public void Dispose() => Directory.Delete(root, recursive: true);
}
