using System.Text;
using Xunit;

namespace FinInvest.Graph.Tests.Worker;

/// <summary>expunge as a person types it, on the sample case.</summary>
public sealed class ExpungeTests : IDisposable
{
    private const string File1 = "postings-levant-harbour.csv";
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private readonly string folder = Directory.CreateTempSubdirectory("fininvest-expunge-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task After_an_order_the_figures_are_those_of_an_exclusion_and_no_text_of_the_file_is_left()
    {
        var (kept, gone) = (Path.Combine(folder, "kept"), Path.Combine(folder, "gone"));
        foreach (var w in new[] { kept, gone })
        {
            Assert.Equal(0, (await CommandLine.RunAsync("load", CommandLine.SampleInput, "-w", w)).Code);
        }

        Assert.Equal(0, (await CommandLine.RunAsync("exhibit", "--rule", "own-first", "-o", Path.Combine(gone, "exhibit"), "-w", gone)).Code);
        Assert.Equal(0, (await CommandLine.RunAsync("exclude", File1, "--by", "Judge N.", "--reason", "no order", "-w", kept)).Code);
        var done = await CommandLine.RunAsync("expunge", File1, "--order", "Invented Court, 7, 2024-05-06", "--by", "Clerk", "--reason", "no order", "-w", gone);
        Assert.Equal((0, ""), (done.Code, done.Error));
        Assert.Contains("3 rows", done.Output, StringComparison.Ordinal);
        Assert.Contains("Removed exhibit.html", done.Output, StringComparison.Ordinal);

        var excluded = await CommandLine.RunAsync("assess", "-w", kept);
        var expunged = await CommandLine.RunAsync("assess", "-w", gone);
        Assert.Equal((0, excluded.Output), (expunged.Code, expunged.Output));
        Assert.Equal((await CommandLine.RunAsync("trace", "--all", "-w", kept)).Output, (await CommandLine.RunAsync("trace", "--all", "-w", gone)).Output);

        foreach (var text in new[] { "balance of price", "LH77", "LH79" })
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            Assert.Contains(Directory.EnumerateFiles(kept, "*", SearchOption.AllDirectories), f => File.ReadAllBytes(f).AsSpan().IndexOf(bytes) >= 0);
            Assert.DoesNotContain(Directory.EnumerateFiles(gone, "*", SearchOption.AllDirectories), f => File.ReadAllBytes(f).AsSpan().IndexOf(bytes) >= 0);
        }

        var refused = await CommandLine.RunAsync("load", CommandLine.SampleInput, "-w", gone);
        Assert.Equal(6, refused.Code);
        Assert.Contains("Invented Court, 7, 2024-05-06", refused.Error, StringComparison.Ordinal);
        Assert.Equal(4, (await CommandLine.RunAsync("expunge", "nothing.csv", "--order", "x", "--by", "y", "--reason", "z", "-w", gone)).Code);
        Assert.Equal(4, (await CommandLine.RunAsync("expunge", "dala-statement.csv", "--order", "", "--by", "y", "--reason", "z", "-w", gone)).Code);
        Assert.Equal(2, (await CommandLine.RunAsync("expunge", "dala-statement.csv", "--by", "y", "--reason", "z", "-w", gone)).Code);
    }

    [Fact]
    public async Task Decisions_that_speak_of_it_are_named_and_have_no_effect()
    {
        Assert.Equal(0, (await CommandLine.RunAsync("load", CommandLine.SampleInput, "-w", folder)).Code);
        Assert.Equal(0, (await CommandLine.RunAsync("exclude", File1, "--by", "Judge N.", "--reason", "no order", "-w", folder)).Code);
        Assert.Equal(0, (await CommandLine.RunAsync("exclude", "dala-statement.csv", "--by", "Judge N.", "--reason", "no order", "-w", folder)).Code);
        var done = await CommandLine.RunAsync("expunge", File1, "--order", "Invented Court, 7, 2024-05-06", "--by", "Clerk", "--reason", "no order", "-w", folder);
        Assert.Contains("These decisions speak of it: 1.", done.Output, StringComparison.Ordinal);
        Assert.Contains("DOCUMENT_EXPUNGED", (await CommandLine.RunAsync("status", "-w", folder)).Output, StringComparison.Ordinal);
    }
}
