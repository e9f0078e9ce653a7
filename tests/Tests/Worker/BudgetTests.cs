using Xunit;

namespace FinInvest.Graph.Tests.Worker;

/// <summary>--budget-rows as a person types it: on a small case that all belongs together, and on one with accounts that have nothing to do with the question.</summary>
public sealed class BudgetTests : IDisposable
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private readonly string folder = Directory.CreateTempSubdirectory("fininvest-budget-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task More_rows_than_the_budget_are_refused_with_both_numbers_and_a_wrong_budget_is_no_budget()
    {
        var work = Path.Combine(folder, "work");
        Assert.Equal(0, (await CommandLine.RunAsync("load", CommandLine.SampleInput, "-w", work)).Code);
        var refused = await CommandLine.RunAsync("trace", "FLAT", "--budget-rows", "5", "-w", work);
        Assert.Equal(6, refused.Code);
        Assert.Contains("41 of the case's 41 rows bear on this question, and the budget is 5", refused.Error, StringComparison.Ordinal);
        Assert.Equal(2, (await CommandLine.RunAsync("trace", "--budget-rows", "0", "-w", work)).Code);
        var enough = await CommandLine.RunAsync("trace", "FLAT", "--budget-rows", "41", "-w", work);
        Assert.Equal((0, ""), (enough.Code, enough.Error));
        Assert.DoesNotContain("Answered from", enough.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_that_do_not_bear_on_the_question_are_left_out_and_the_answer_says_so()
    {
        var input = Directory.CreateDirectory(Path.Combine(folder, "input")).FullName;
        await File.WriteAllTextAsync(Path.Combine(input, "case.csv"), "id,question,as_of,currencies\nc,Which part?,2024-01-01,KZT:2\n", Ct);
        await File.WriteAllTextAsync(Path.Combine(input, "acts.csv"), "id,name\nA1,invented act\n", Ct);
        await File.WriteAllTextAsync(Path.Combine(input, "episodes.csv"), "id,act,victim,currency,amount\nE1,A1,V,KZT,100\n", Ct);
        await File.WriteAllTextAsync(Path.Combine(input, "proceeds.csv"), "episode,row\nE1,T1\n", Ct);
        await File.WriteAllTextAsync(Path.Combine(input, "transfers.csv"), "id,from,to,amount,currency,booking_day\n"
            + "T1,V,X,100,KZT,2023-01-01\nT2,W,X,50,KZT,2023-01-02\nT3,X,Y,90,KZT,2023-01-03\nT4,Q,R,70,KZT,2023-01-03\nT5,R,S,60,KZT,2023-01-04\n", Ct);
        var work = Path.Combine(folder, "work");
        var loaded = await CommandLine.RunAsync("load", input, "-w", work);
        Assert.Equal((0, ""), (loaded.Code, loaded.Error));
        string[] question = ["balance:Y", "--json", "-w", work];
        var part = await CommandLine.RunAsync(["trace", .. question, "--budget-rows", "4"]);
        Assert.Equal((0, ""), (part.Code, part.Error));
        Assert.Contains("Answered from the 3 of 5 rows that bear on it (4 of 7 accounts", part.Output, StringComparison.Ordinal);
        Assert.Contains("the cost stands for U with OUTSIDE", (await CommandLine.RunAsync(["bounds", .. question, "--budget-rows", "4"])).Output, StringComparison.Ordinal);
        Assert.Equal(6, (await CommandLine.RunAsync(["trace", .. question, "--all", "--budget-rows", "4"])).Code);
        Assert.Equal(6, (await CommandLine.RunAsync("paths", "balance:Y", "--leads", "2", "--budget-rows", "4", "-w", work)).Code);
        Assert.Equal(0, (await CommandLine.RunAsync("paths", "balance:Y", "--budget-rows", "4", "-w", work)).Code);
    }
}
