namespace FinInvest.Graph.Benchmarks;

/// <summary>The program as a user has it. FININVEST_PUBLISHED names its folder.</summary>
internal static class PublishedProgram
{
    /// <exception cref="FileNotFoundException">It has not been published.</exception>
    public static string Path()
    {
        var folder = Environment.GetEnvironmentVariable("FININVEST_PUBLISHED") is { Length: > 0 } named ? named
            : System.IO.Path.Combine(MeasuredCase.Repository(), "src", "Worker", "bin", "Release", "net10.0", "publish");
        var program = System.IO.Path.Combine(folder, OperatingSystem.IsWindows() ? "fininvest.exe" : "fininvest");
        return File.Exists(program) ? program
            : throw new FileNotFoundException($"There is no {program}: publish it first, dotnet publish -c Release src/Worker, or name its folder in FININVEST_PUBLISHED.");
    }
}
