using System.Diagnostics;
using Xunit;

namespace FinInvest.Graph.Tests.Worker;

/// <summary>The first thing a stranger runs.</summary>
public class DemoTests
{
    private const int SecondsMax = 10;

    [Fact]
    public async Task The_demo_answers_says_what_to_open_and_has_nothing_new_the_second_time()
    {
        var folder = Directory.CreateTempSubdirectory("fininvest-demo-").FullName;
        try
        {
            var start = Stopwatch.GetTimestamp();
            var first = await CommandLine.RunAsync("demo", "-w", folder);
            var took = Stopwatch.GetElapsedTime(start).TotalSeconds;
            Assert.Equal((0, ""), (first.Code, first.Error));
            Assert.Contains("0 rejected", first.Output, StringComparison.Ordinal);
            Assert.Contains("16 310 000.00", first.Output, StringComparison.Ordinal);
            Assert.Contains("at least (L)", first.Output, StringComparison.Ordinal);
            Assert.Contains("Open in a browser:", first.Output, StringComparison.Ordinal);
            Assert.Contains("fininvest assess", first.Output.Split("Try next:")[1], StringComparison.Ordinal);
            Assert.DoesNotContain(first.Lines, l => l.Length > 80 && !l.Contains(folder, StringComparison.Ordinal));
            var html = await File.ReadAllTextAsync(Path.Combine(folder, "exhibit.html"), TestContext.Current.CancellationToken);
            Assert.Contains("Schedule F", html, StringComparison.Ordinal);

            var second = await CommandLine.RunAsync("demo", "-w", folder);
            Assert.Equal(0, second.Code);
            Assert.Contains("Nothing new", second.Output, StringComparison.Ordinal);
            Assert.Equal(html, await File.ReadAllTextAsync(Path.Combine(folder, "exhibit.html"), TestContext.Current.CancellationToken));
            // Other tests share the machine: the promise is kept where it runs alone.
            Assert.True(took < SecondsMax * 3, $"the demo took {took:F1} s");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
