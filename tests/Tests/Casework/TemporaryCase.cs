using FinInvest.Graph.Casework;
using FinInvest.Graph.Casework.LoadRecords;
using FinInvest.Graph.Casework.ReviewScores;
using FinInvest.Graph.Store.Embedded;

namespace FinInvest.Graph.Tests.Casework;

/// <summary>A workspace in a folder of its own that goes when the test ends.</summary>
internal sealed class TemporaryCase : IAsyncDisposable
{
    private TemporaryCase(string folder)
    {
        Folder = folder;
        Workspace = Workspace.Open(folder, create: true);
    }

    public string Folder { get; }
    public Workspace Workspace { get; }

    public static TemporaryCase Empty() => new(Directory.CreateTempSubdirectory("fininvest-test-").FullName);

    public static async Task<TemporaryCase> OfAsync(params string[] inputs)
    {
        var made = Empty();
        await made.LoadAsync(inputs);
        return made;
    }

    public Task<LoadOutcome> LoadAsync(params string[] inputs) => LoadAsync(new LoadOptions(), inputs);

    public Task<LoadOutcome> LoadAsync(LoadOptions options, params string[] inputs) =>
        new RecordLoader(Workspace.Case, Workspace.Vault).LoadAsync(inputs, options, null, CancellationToken.None);

    public async Task<CaseReview> ReviewAsync() => new(await CaseFile.OpenAsync(Workspace.Case, CancellationToken.None));

    public async ValueTask DisposeAsync()
    {
        await Workspace.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
