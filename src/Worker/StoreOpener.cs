using FinInvest.Graph.Casework;
using FinInvest.Graph.Store;
using FinInvest.Graph.Store.Embedded;

namespace FinInvest.Graph.Worker;

/// <summary>Opens a case by the place a person names: the one point where the program knows which stores there are.</summary>
internal static class StoreOpener
{
    /// <summary>Opens a case that exists.</summary>
    /// <exception cref="CaseQuestionException">There is none.</exception>
    public static ValueTask<ICaseStore> OpenAsync(string place, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return File.Exists(Path.Combine(place, "case.db")) ? ValueTask.FromResult<ICaseStore>(Workspace.Open(place, create: false))
            : throw new CaseQuestionException($"There is no case in '{place}'. Load one first: fininvest load FOLDER -w {place} (or run: fininvest demo).");
    }

    /// <summary>Opens a case, or makes it where there is none.</summary>
    public static ValueTask<ICaseStore> OpenOrMakeAsync(string place, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return ValueTask.FromResult<ICaseStore>(Workspace.Open(place, create: true));
    }
}
