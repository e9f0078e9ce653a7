using FinInvest.Graph.Casework.LoadRecords;
using FinInvest.Graph.Casework.ReviewScores;
using FinInvest.Graph.Tests.Casework;
using FinInvest.Graph.Tests.House;

namespace FinInvest.Graph.Tests.RealData;

/// <summary>A public data set in a workspace of its own: files by their mapping, and the case files that the test states beside them.</summary>
internal sealed class LoadedCase : IAsyncDisposable
{
    private readonly TemporaryCase workspace;
    private readonly string input;

    private LoadedCase(TemporaryCase workspace, string input, LoadOutcome outcome, CaseReview review)
    {
        this.workspace = workspace;
        this.input = input;
        Outcome = outcome;
        Review = review;
    }

    public LoadOutcome Outcome { get; }
    public CaseReview Review { get; }
    public Reconciliation Facts => Review.File.Reconciliation;

    /// <param name="mapping">Name of a mapping in sample-data/mappings.</param>
    /// <param name="stated">Name and text of each file of the folder format.</param>
    public static async Task<LoadedCase> OfAsync(string mapping, IEnumerable<string> files, params (string Name, string Text)[] stated)
    {
        var input = Directory.CreateTempSubdirectory("fininvest-input-").FullName;
        foreach (var (name, text) in stated)
        {
            await File.WriteAllTextAsync(Path.Combine(input, name), text);
        }

        var workspace = TemporaryCase.Empty();
        var options = new LoadOptions(RecordLoader.ReadMapping(Path.Combine(Repository.Root, "sample-data", "mappings", mapping + ".json")));
        var outcome = await workspace.LoadAsync(options, [input, .. files]);
        return new LoadedCase(workspace, input, outcome, await workspace.ReviewAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await workspace.DisposeAsync();
        Directory.Delete(input, recursive: true);
    }
}
