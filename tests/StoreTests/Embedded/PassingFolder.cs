namespace FinInvest.Graph.StoreTests.Embedded;

/// <summary>A folder that goes when the test is over.</summary>
internal sealed class PassingFolder : IDisposable
{
    public PassingFolder() => Root = Directory.CreateTempSubdirectory("fininvest-store-").FullName;

    public string Root { get; }

    /// <summary>Not made yet.</summary>
    public string Path => System.IO.Path.Combine(Root, "case");

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
