using FinInvest.Graph.Casework.MoveCase;
using FinInvest.Graph.Store;
using FinInvest.Graph.Worker.Terminal;

namespace FinInvest.Graph.Worker.Commands;

/// <summary>fininvest load BUNDLE: takes over a whole case.</summary>
internal static class BundleLoad
{
    /// <summary>True where the one input is a bundle.</summary>
    public static bool IsAsked(IReadOnlyList<string> inputs) => inputs is [var one] && File.Exists(one) && BundleArchive.IsBundle(one);

    public static async Task<int> RunAsync(string place, string file, bool isJson, CancellationToken ct)
    {
        // Read through before the place is touched: a bundle that is refused leaves no empty case behind.
        using var bundle = BundleArchive.Open(file);
        await using var store = await StoreOpener.OpenOrMakeAsync(place, ct);
        var version = await new CaseImport(store.Case, store.Vault).LoadAsync(bundle, ct);
        Show(store, bundle, version, isJson);
        return ExitCodes.Done;
    }

    private static void Show(ICaseStore store, BundleArchive bundle, CaseVersion version, bool isJson)
    {
        if (isJson)
        {
            JsonAnswer.Write("fininvest.import/1", version, new { store.Place, bundle.Chain });
            return;
        }

        Screen.Line($"Took over a whole case: version {version} with {version.Loads:N0} loads and {version.Decisions:N0} decisions; the chain of decisions ends in {bundle.Chain.Short(12)}.");
        Screen.Line($"Next: fininvest status -w {store.Place}");
    }
}
