namespace FinInvest.Graph.Tests;

/// <summary>Where the repository lies, found from the test's own folder.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();
    public static string Sample(params ReadOnlySpan<string> parts) => Path.Combine([Root, "sample-data", .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "FinInvest.Graph.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
