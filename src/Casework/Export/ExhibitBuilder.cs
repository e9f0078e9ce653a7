using FinInvest.Graph.Casework.ReviewScores;
using FinInvest.Graph.Present.Exhibit;
using FinInvest.Graph.Store;
using FinInvest.Graph.Trace.Elections;
using FinInvest.Graph.Trace.Paths;
using FinInvest.Graph.Trace.Rules;

namespace FinInvest.Graph.Casework.Export;

/// <summary>The use case "exhibit": gathers what Present shows, at one version, under one rule for the whole exhibit.</summary>
public static class ExhibitBuilder
{
    /// <summary>Accounts whose running ledger is printed: a case with more shows those on the paths and those that paid, and says n of N.</summary>
    public const int LedgersMax = 24;

    /// <summary>True where a file begins as the exhibits of this program do, in either form.</summary>
    public static bool IsExhibit(string path)
    {
        Span<byte> start = stackalloc byte[512];
        using var file = File.OpenRead(path);
        start = start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        return start.StartsWith("{\n  \"schema\": \"fininvest.exhibit/"u8) || (start.StartsWith("<!DOCTYPE html>\n"u8) && start.IndexOf("<title>Tracing exhibit, case "u8) > 0);
    }

    /// <exception cref="CaseQuestionException">No such rule or target.</exception>
    /// <exception cref="CaseRefusalException">An asset is locked to another rule, or assets claim more together than any conserving rule could give them.</exception>
    public static async Task<ExhibitFiles> BuildAsync(ICaseGraph graph, CaseReview review, IReadOnlyList<string> typed, string rule, string program, CancellationToken ct)
    {
        var content = Content(review, review.Targets(typed), rule, program);
        content = content with { Texts = await TextsAsync(graph, review.File.Version, content, ct) };
        return new ExhibitFiles(HtmlExhibit.Render(content), JsonExhibit.Render(content));
    }

    /// <summary>Everything but the words of the rows.</summary>
    public static ExhibitContent Content(CaseReview review, IReadOnlyList<string> targets, string rule, string program, double? theta = null)
    {
        if (rule == Election.Id)
        {
            throw new CaseRefusalException("An election has no unique flow, so it has no path, no running ledger and no support: no exhibit is written under it. See: fininvest trace --rule election");
        }

        CaseReview.Rule(rule);
        RuleLocks.Require(review.File.Facts, targets, rule);
        var paths = targets.Select(t => review.Paths(t, new PathOptions())).ToList();
        var (accounts, all) = Ledgers(review, targets, paths);
        var (bounds, chosen) = ((IReadOnlyList<BoundsResult>)[], (TraceResult?)null);
        Together.Make(2, i => i == 0 ? (object)(bounds = review.Bounds(targets)) : chosen = review.Trace(rule, targets, accounts, withFlow: true));
        var traces = review.Compare(targets).Select(t => t.Rule == rule ? chosen! : t).ToList();
        if (traces.All(t => t.Rule != rule))
        {
            traces.Add(chosen!);
        }

        JointCaps.Require(review.File.Reconciliation, [.. chosen!.Targets.Select(t => (t.Target, t.Traced))]);
        var profile = review.Profile();
        return new ExhibitContent(review.File.Reconciliation, review.File.Version, program, rule, chosen.OrderMode, string.Join("\n", profile.Lines.Concat(profile.Scheme.Lines)), traces, bounds, paths,
            [.. targets.Select(review.OwnershipOf).OfType<OwnershipResult>().DistinctBy(o => o.Target)], review.Assess(rule, targets, bounds, theta), review.File.RejectCount,
            accounts.Count < all ? [$"Schedule C shows {accounts.Count} of {all} accounts: those on the paths shown and those that paid."] : [],
            [.. RuleCatalogue.All.Where(r => traces.Any(t => t.Rule == r.Id)).Select(r => new RuleDescription(r.Id, r.Name, r.Definition, r.Authorities, r.Conserving)),
                .. OtherRuleCatalogue.All.Select(r => new RuleDescription(r.Id, r.Name, r.Definition, r.Authorities, Conserving: false))],
            Orders: review.Orders(CaseReview.ComparedRules, targets, inFull: false), OtherFigures: review.OtherFigures(targets));
    }

    private static (IReadOnlyList<string> Accounts, int All) Ledgers(CaseReview review, IReadOnlyList<string> targets, IReadOnlyList<PathResult> paths)
    {
        var ledger = review.File.Reconciliation.Ledger;
        var all = ledger.Accounts.Skip(1).Where(a => a.Coverage != AccountCoverage.External).Select(a => a.Id).ToList();
        if (all.Count <= LedgersMax)
        {
            return (all, all.Count);
        }

        var paying = review.File.Reconciliation.Register.Acquisitions.Where(a => targets.Contains(a.Key, StringComparer.Ordinal)).SelectMany(a => a.Lines).Where(l => l.Movement >= 0)
            .Select(l => ledger.Accounts[ledger.Debited[l.Movement]].Id);
        var known = all.ToHashSet(StringComparer.Ordinal);
        var shown = paying.Concat(paths.SelectMany(p => p.Paths).SelectMany(p => p.Accounts)).Where(known.Contains).Distinct(StringComparer.Ordinal).Take(LedgersMax).Order(StringComparer.Ordinal).ToList();
        return (shown, all.Count);
    }

    /// <summary>Counterparty names and remittance texts of the rows that Schedule C shows.</summary>
    private static async Task<IReadOnlyDictionary<RowKey, RowText>> TextsAsync(ICaseGraph graph, CaseVersion version, ExhibitContent content, CancellationToken ct)
    {
        var accounts = content.Traces.SelectMany(t => t.Ledgers).Select(l => l.Account).Distinct(StringComparer.Ordinal).ToList();
        var texts = new Dictionary<RowKey, RowText>();
        if (accounts.Count == 0)
        {
            return texts;
        }

        await foreach (var page in graph.PostingsAsync(new LedgerRequest(version, Accounts: accounts, WithTexts: true), ct))
        {
            for (var i = 0; i < page.Count; i++)
            {
                if (page.Text[i] is { Length: > 0 } || page.CounterpartyName[i] is { Length: > 0 })
                {
                    texts[new RowKey(page.Document, page.StatementIds[page.Statement[i]], page.Row[i])] = new RowText(page.CounterpartyName[i] ?? "", page.Text[i] ?? "");
                }
            }
        }

        return texts;
    }
}
