using Xunit;

namespace FinInvest.Graph.Tests.Worker;

/// <summary>Every answer, in JSON and as a table, and every file of an exhibit, byte for byte the same with a warm cache as without one.</summary>
public sealed class CachedAnswerTests(SampleWorkspace sample) : IClassFixture<SampleWorkspace>
{
    private string Cache => Path.Combine(sample.Folder, "cache");

    [Theory]
    [InlineData("status --json")]
    [InlineData("status --documents")]
    [InlineData("show DALA-1/3 --json")]
    [InlineData("trace --json")]
    [InlineData("bounds --json")]
    [InlineData("paths FLAT --json")]
    [InlineData("ownership P-NORVANE --json")]
    [InlineData("assess --json")]
    public async Task An_answer_from_the_cache_is_the_answer(string query)
    {
        var (cold, warm) = await BothAsync([.. query.Split(' '), "-w", sample.Folder]);
        Assert.Equal(cold, warm);
    }

    [Fact]
    public async Task An_exhibit_from_the_cache_is_the_exhibit()
    {
        var output = Directory.CreateTempSubdirectory("fininvest-exhibit-").FullName;
        try
        {
            string[] command = ["exhibit", "--rule", "own-first", "-w", sample.Folder, "--output"];
            var (cold, warm) = (Directory.CreateDirectory(Path.Combine(output, "cold")).FullName, Directory.CreateDirectory(Path.Combine(output, "warm")).FullName);
            await BothAsync([.. command, Path.Combine(cold, "exhibit")], [.. command, Path.Combine(warm, "exhibit")]);
            var files = Directory.GetFiles(cold).Select(f => Path.GetFileName(f)).ToList();
            Assert.NotEmpty(files);
            Assert.All(files, f => Assert.Equal(File.ReadAllBytes(Path.Combine(cold, f)), File.ReadAllBytes(Path.Combine(warm, f))));
        }
        finally
        {
            Directory.Delete(output, recursive: true);
        }
    }

    private async Task<(string Cold, string Warm)> BothAsync(string[] command, string[]? second = null)
    {
        if (Directory.Exists(Cache))
        {
            Directory.Delete(Cache, recursive: true);
        }

        var cold = await CommandLine.RunAsync(command);
        var kept = Assert.Single(Directory.GetFiles(Cache));
        var written = File.GetLastWriteTimeUtc(kept);
        var warm = await CommandLine.RunAsync(second ?? command);
        Assert.Equal((0, 0, ""), (cold.Code, warm.Code, warm.Error));
        Assert.Equal(written, File.GetLastWriteTimeUtc(Assert.Single(Directory.GetFiles(Cache))));
        return (cold.Output, warm.Output);
    }
}
