using FinInvest.Graph.Casework.ReviewScores;
using FinInvest.Graph.Store;

namespace FinInvest.Graph.Casework.Compare;

/// <summary>What is compared of a case at one version; it holds nothing of the case file it was read from.</summary>
/// <param name="Rows">The rows that the effective ledger rests on.</param>
/// <param name="Coverage">Coverage and reconciled periods of every account of the ledger.</param>
/// <param name="Note">Why the assets could not be rated; empty where they could.</param>
internal sealed record CaseState(CaseVersion Version, IReadOnlySet<RowKey> Rows, IReadOnlyDictionary<string, string> Coverage, IReadOnlyList<AssetFigures> Figures, IReadOnlyList<SourceDocument> Held, string Note)
{
    public static async Task<CaseState> ReadAsync(ICaseGraph graph, ICaseCache? cache, CaseVersion at, string? asset, string? rule, CancellationToken ct)
    {
        using var file = await CaseFile.OpenAsync(graph, ct, cache, at);
        var ledger = file.Reconciliation.Ledger;
        var rows = new HashSet<RowKey>();
        for (var m = 0; m < ledger.Count; m++)
        {
            foreach (var row in ledger.RowsOf(m))
            {
                rows.Add(row);
            }
        }

        var coverage = ledger.Accounts.Skip(1).ToDictionary(a => a.Id, a => $"{a.Coverage.ToString().ToLowerInvariant()} {string.Join(", ", a.Covered)}".TrimEnd(), StringComparer.Ordinal);
        IReadOnlyList<AssetFigures> figures = [];
        var note = "";
        try
        {
            figures = AssetFigures.Read(new CaseReview(file), asset, rule);
        }
        catch (CaseRefusalException e)
        {
            note = $"Version {at} could not be rated: {e.Message}";
        }

        return new CaseState(at, rows, coverage, figures, [.. file.Held], note);
    }

    public AssetFigures? Of(string target) => Figures.FirstOrDefault(f => f.Target == target);
}
