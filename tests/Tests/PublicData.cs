using Xunit;

namespace FinInvest.Graph.Tests;

/// <summary>Where the public data beside the repository lie (domain/cases, data). Tests that need them are skipped without, but fail where CI=true.</summary>
internal static class PublicData
{
    private static readonly string? Root = Find();

    /// <summary>The folder <paramref name="relative"/> (e.g. "domain/cases"), or null where it is not there.</summary>
    public static string? Folder(string relative)
    {
        var path = Root is null ? null : Path.Combine(Root, relative);
        return path is not null && Directory.Exists(path) ? path : null;
    }

    /// <summary>The folder, or the test is skipped (fails where CI=true).</summary>
    public static string Require(string relative)
    {
        var folder = Folder(relative);
        if (folder is null && Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.Fail($"Public data '{relative}' are missing: set FININVEST_SHARED to the folder that holds domain/ and data/.");
        }

        Assert.SkipWhen(folder is null, $"Public data '{relative}' are not beside the repository.");
        return folder!;
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("FININVEST_SHARED") is { Length: > 0 } named)
        {
            return named;
        }

        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (Directory.Exists(Path.Combine(at.FullName, "shared", "domain")))
            {
                return Path.Combine(at.FullName, "shared");
            }
        }

        return null;
    }
}
