using FinInvest.Graph.Casework.ReviewScores;
using FinInvest.Graph.Casework.Versions;
using FinInvest.Graph.Store;

namespace FinInvest.Graph.Casework.Compare;

/// <summary>
/// The use case "diff": what changed between two versions of a case, and why. Each load and each decision is a version, so a change is attributed by evaluating the
/// versions between and looking after which step it came; where there are more of them than allowed, some are left out and a change is attributed to several steps.
/// </summary>
/// <param name="cache">Of the case's present version; null = none.</param>
public sealed class CaseComparison(ICaseGraph graph, ICaseCache? cache)
{
    /// <summary>Steps that are evaluated where nobody says otherwise.</summary>
    public const int StepsMax = 12;

    /// <param name="asset">Only figures of this asset or acquisition; null = of all.</param>
    /// <param name="rule">The rule of support and tier; null = the locked one, else the profile's suggestion.</param>
    /// <param name="stepsMax">Versions that are evaluated after the first; at least 1.</param>
    /// <exception cref="ArgumentException">The case never had one of the versions.</exception>
    /// <exception cref="CaseRefusalException">Rows of one of the versions were expunged since.</exception>
    /// <exception cref="CaseQuestionException">Neither version has the asset, or there is no such rule.</exception>
    public async Task<CaseDifference> CompareAsync(CaseVersion from, CaseVersion to, string? asset = null, string? rule = null, int stepsMax = StepsMax, CancellationToken ct = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(stepsMax, 1);
        if (rule is not null)
        {
            CaseReview.Rule(rule);
        }

        from = await CaseVersions.ResolveAsync(graph, from, ct);
        to = await CaseVersions.ResolveAsync(graph, to, ct);
        var isBackward = from.Loads > to.Loads || from.Decisions > to.Decisions;
        var path = await CaseVersions.BetweenAsync(graph, isBackward ? to : from, isBackward ? from : to, ct);
        var loads = await graph.LoadsAsync(path[^1], ct);
        var facts = await graph.FactsAsync(path[^1], ct);
        RequireAsset(asset, facts);
        var states = new List<CaseState>();
        foreach (var at in await ReadableAsync(Thinned(path, stepsMax), ct))
        {
            var state = await CaseState.ReadAsync(graph, cache, at, asset, rule, ct);

            // Most decisions leave the rows as they are: one set serves all versions that have the same.
            states.Add(states.Count > 0 && states[^1].Rows.SetEquals(state.Rows) ? state with { Rows = states[^1].Rows } : state);
        }

        var documents = loads.Where(l => l.Load > path[0].Loads).SelectMany(l => l.Documents.Where(d => !d.AlreadyHeld).Select(d =>
            new ArrivedDocument(l.Load, d.Document.Hash, d.Document.Name, Partner(d.Document, facts), d.Postings, d.Facts, d.Rejects, d.IsExpunged)));
        var decisions = facts.Decisions.Where(d => d.Number > path[0].Decisions);
        if (isBackward)
        {
            (states, documents, decisions) = ([.. Enumerable.Reverse(states)], documents.Reverse(), decisions.Reverse());
        }

        var told = new ToldStates(states);
        return new CaseDifference(from, to, isBackward, path.Count - 1, states.Count - 1, [.. documents], [.. decisions], told.Rows(), told.Accounts(), told.Figures(),
            [.. states.Select(s => s.Note).Where(n => n.Length > 0)]);
    }

    private static void RequireAsset(string? asset, CaseFacts facts)
    {
        if (asset is not null && !facts.All<Asset>().Any(a => a.Id == asset.Split('#')[0]))
        {
            throw new CaseQuestionException($"Neither version has an asset '{asset}'. The later one has: {string.Join(", ", facts.All<Asset>().Select(a => a.Id).DefaultIfEmpty("none").Take(12))}.");
        }
    }

    /// <summary>Both ends, and of those between as many as allowed, evenly spread.</summary>
    private static List<CaseVersion> Thinned(IReadOnlyList<CaseVersion> path, int stepsMax)
    {
        var steps = path.Count - 1;
        var kept = Math.Min(steps, stepsMax);
        return kept == 0 ? [path[0]] : [.. Enumerable.Range(0, kept + 1).Select(i => path[(int)((long)i * steps / kept)])];
    }

    /// <summary>A document may have come in and been expunged between: the versions that held it are gone.</summary>
    private async Task<List<CaseVersion>> ReadableAsync(List<CaseVersion> versions, CancellationToken ct)
    {
        var readable = new List<CaseVersion>();
        foreach (var at in versions)
        {
            try
            {
                readable.Add(await CaseVersions.ResolveAsync(graph, at, ct));
            }
            catch (CaseRefusalException)
            {
                continue;
            }
        }

        return readable;
    }

    private static string Partner(SourceDocument document, CaseFacts facts) => document.Partner.Length > 0 ? document.Partner
        : facts.All<DocumentGrade>().FirstOrDefault(g => g.Document == document.Name)?.Partner ?? "";
}
