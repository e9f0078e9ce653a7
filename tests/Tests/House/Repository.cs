namespace FinInvest.Graph.Tests.House;

/// <summary>The repository the tests were built from: the first folder upwards that holds the solution.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>C# files we wrote under a folder, with '/' and relative to the root, in ordinal order.</summary>
    public static IReadOnlyList<string> Sources(string folder) => Files(folder, "*.cs");

    public static IReadOnlyList<string> Files(string folder, string pattern) =>
        [.. Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
            .Where(f => !f.Split('/').Any(part => part is "bin" or "obj" or ".git" or ".vs" or "fininvest-demo"))
            .Order(StringComparer.Ordinal)];

    private static string FindRoot()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "FinInvest.Graph.sln")))
            {
                return at.FullName;
            }
        }

        throw new InvalidOperationException("FinInvest.Graph.sln was not found above " + AppContext.BaseDirectory);
    }
}
