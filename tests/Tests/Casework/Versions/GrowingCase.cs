using FinInvest.Graph.Casework;
using FinInvest.Graph.Casework.Decide;
using FinInvest.Graph.Casework.ReviewScores;
using FinInvest.Graph.Tests.House;

namespace FinInvest.Graph.Tests.Casework.Versions;

/// <summary>The sample case as it came in: first all but the answer of one partner, then that answer, with decisions between. It goes 1.0, 1.1, 2.1, 2.2, 2.3.</summary>
internal static class GrowingCase
{
    /// <summary>The versions it has, from its first load on.</summary>
    public static readonly CaseVersion[] Versions = [new(1, 0), new(1, 1), new(2, 1), new(2, 2), new(2, 3)];

    public static readonly Decision NotRelied = new(0, DecisionKinds.Relied, "IT-1", "no", "A. Judge", Day.Of(2024, 5, 2), "the judgment is under appeal");
    public static readonly Decision Excluded = new(0, DecisionKinds.Exclude, "postings-gulf-meridian.csv", "", "B. Clerk", Day.Of(2024, 5, 6), "the request went beyond the treaty");
    public static readonly Decision Included = new(0, DecisionKinds.Include, "postings-gulf-meridian.csv", "", "B. Clerk", Day.Of(2024, 5, 9), "the treaty was amended");

    private static readonly string Input = Path.Combine(Repository.Root, "sample-data", "embezzlement", "input");

    /// <summary>Grows a case step by step.</summary>
    /// <param name="each">Asked at every version.</param>
    public static async Task GrowAsync(TemporaryCase made, Func<CaseVersion, Task> each)
    {
        var desk = new DecisionDesk(made.Workspace.Case);
        Func<Task>[] steps =
        [
            () => made.LoadAsync(Early(made)),
            () => desk.DecideAsync(NotRelied, CancellationToken.None),
            () => made.LoadAsync(Input),
            () => desk.DecideAsync(Excluded, CancellationToken.None),
            () => desk.DecideAsync(Included, CancellationToken.None),
        ];
        for (var i = 0; i < steps.Length; i++)
        {
            await steps[i]();
            await each(Versions[i]);
        }
    }

    public static async Task<TemporaryCase> GrownAsync()
    {
        var made = TemporaryCase.Empty();
        await GrowAsync(made, _ => Task.CompletedTask);
        return made;
    }

    public static async Task<CaseReview> ReviewAsync(TemporaryCase made, CaseVersion? at) => new(await CaseFile.OpenAsync(made.Workspace.Case, CancellationToken.None, made.Workspace.Cache, at));

    private static string Early(TemporaryCase made)
    {
        var folder = Directory.CreateDirectory(Path.Combine(made.Folder, "early")).FullName;
        foreach (var file in Directory.EnumerateFiles(Input).Where(f => !IsLate(f)))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        return folder;
    }

    private static bool IsLate(string file) => Path.GetFileName(file).Contains("levant-harbour", StringComparison.Ordinal);
}
