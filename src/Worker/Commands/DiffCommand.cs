using System.CommandLine;
using FinInvest.Graph.Casework;
using FinInvest.Graph.Casework.Compare;
using FinInvest.Graph.Store;
using FinInvest.Graph.Worker.Terminal;

namespace FinInvest.Graph.Worker.Commands;

/// <summary>fininvest diff V1 V2: what changed between two versions of a case, and why.</summary>
internal static class DiffCommand
{
    private const int ShownMax = 40;

    public static Command Build()
    {
        var from = new Argument<CaseVersion?>("from") { Description = "A version, LOADS.DECISIONS as results print it.", CustomParser = r => CommandRun.Version(r.Tokens[0].Value, r.AddError) };
        var to = new Argument<CaseVersion?>("to") { Description = "Another one, later or earlier; none = now.", Arity = ArgumentArity.ZeroOrOne, CustomParser = r => CommandRun.Version(r.Tokens[0].Value, r.AddError) };
        var asset = new Option<string?>("--asset") { Description = "Only the figures of this asset." };
        var rule = new Option<string?>("--rule", "-r") { Description = "The rule of support and tier; none = the one a decision locks, else the one the profile suggests." };
        var steps = new Option<int?>("--steps") { Description = $"Most versions that are evaluated after the first; none = {CaseComparison.StepsMax}." };
        var workspace = CommandRun.Workspace();
        var json = CommandRun.Json();
        var command = new Command("diff", """
            What changed between two versions of a case, and because of which load or decision.
            Examples: fininvest diff 1.1 2.3
                      fininvest diff 2.3 1.1 --asset FLAT      the other way
            """) { from, to, asset, rule, steps, workspace, json };
        command.Validators.Add(r =>
        {
            if (r.GetValue(steps) < 1)
            {
                r.AddError("--steps takes a number from 1 on.");
            }
        });
        command.SetAction((r, ct) => CommandRun.OnCaseAsync(r.GetRequiredValue(workspace), async (ICaseStore s, CancellationToken c) =>
        {
            var end = r.GetValue(to) ?? await s.Case.VersionAsync(c);
            var found = await new CaseComparison(s.Case, s.Cache).CompareAsync(r.GetValue(from)!.Value, end, r.GetValue(asset), r.GetValue(rule), r.GetValue(steps) ?? CaseComparison.StepsMax, c);
            var isChanged = r.GetValue(asset) is null ? found.StepsTotal > 0 : found.Assets.Count > 0;
            if (r.GetValue(json))
            {
                JsonAnswer.Write("fininvest.diff/1", found.To, Json(found));
                return isChanged ? ExitCodes.Done : ExitCodes.NothingFound;
            }

            if (!isChanged)
            {
                throw new CaseQuestionException(found.StepsTotal == 0 ? $"{found.From} and {found.To} are one version: nothing lies between."
                    : $"No figure of {r.GetValue(asset)} changed from version {found.From} to {found.To}.");
            }

            Show(found, await s.Case.FactsAsync(found.IsBackward ? found.From : found.To, c));
            return ExitCodes.Done;
        }, ct));
        return command;
    }

    private static object Json(CaseDifference d) => new
    {
        From = d.From.ToString(),
        To = d.To.ToString(),
        d.IsBackward,
        d.StepsTotal,
        d.StepsEvaluated,
        d.Documents,
        d.Decisions,
        Rows = d.Rows.Select(r => new { r.Document, r.Name, r.In, r.Out, r.Listed, Because = r.Because.Select(c => c.ToString()) }),
        Accounts = d.Accounts.Select(a => new { a.Account, a.Before, a.After, Because = a.Because.Select(c => c.ToString()) }),
        Assets = d.Assets.GroupBy(a => a.Target).Select(g => new
        {
            Target = g.Key,
            g.First().Name,
            g.First().Currency,
            Changes = g.Select(f => new
            {
                Figure = f.Code,
                f.Before,
                f.After,
                Steps = f.Steps.Select(s => new { From = s.From.ToString(), To = s.To.ToString(), s.Before, s.After, Because = s.Because.Select(c => c.ToString()) }),
            }),
        }),
        d.Notes,
    };

    private static void Show(CaseDifference d, CaseFacts facts)
    {
        Screen.Line($"From version {d.From} to {d.To}{(d.IsBackward ? ", backward" : "")}: {(d.StepsEvaluated == d.StepsTotal ? $"{d.StepsTotal} steps, each evaluated" : $"{d.StepsEvaluated} of {d.StepsTotal} steps evaluated (--steps {d.StepsTotal} for all)")}");
        Screen.Line();
        Screen.Line(d.IsBackward ? "Not yet there:" : "Came in:");
        foreach (var x in d.Documents.Take(ShownMax))
        {
            Screen.Line($"  load {x.Load}: {(x.IsExpunged ? $"a document that was expunged since ({x.Document.Short(12)})" : x.Name)}{(x.Partner.Length > 0 ? $", from {x.Partner}" : "")}: {x.Postings:N0} rows, {x.Facts:N0} facts, {x.Rejects:N0} rejects");
        }

        Cap("documents", d.Documents.Count);
        foreach (var x in d.Decisions.Take(ShownMax))
        {
            Screen.Line($"  decision {x.Number}: {x.Kind} {Subject(x, facts)}{(x.Value.Length > 0 ? " " + x.Value : "")}, by {x.By} on {x.On}: {x.Reason}");
        }

        Cap("decisions", d.Decisions.Count);
        Screen.Line();
        ShowLedger(d);
        foreach (var target in d.Assets.GroupBy(a => a.Target))
        {
            var table = Screen.Table($"{target.Key} ({target.First().Name}), {target.First().Currency}", "figure", ">before", ">after", "because of");
            foreach (var f in target)
            {
                table.Row(Label(f.Code), Either(f.Before), Either(f.After), string.Join("; ", f.Steps.Select((s, i) => Because(s.Because) + (i < f.Steps.Count - 1 ? $": {Either(s.After)}" : ""))));
            }

            Screen.Show(table);
        }

        if (d.Assets.Count == 0)
        {
            Screen.Line("No figure of an asset changed.");
        }

        foreach (var note in d.Notes)
        {
            Screen.Line(note);
        }
    }

    private static void ShowLedger(CaseDifference d)
    {
        Screen.Line(d.Rows.Count == 0 ? "The effective ledger rests on the same rows." : $"Rows of the effective ledger: {d.Rows.Sum(r => r.In):N0} in, {d.Rows.Sum(r => r.Out):N0} out");
        foreach (var r in d.Rows.Take(ShownMax))
        {
            Screen.Line($"  {(r.Name.Length > 0 ? r.Name : r.Document.Short(12))}: {r.In:N0} in, {r.Out:N0} out ({Because(r.Because)})");
        }

        Cap("documents", d.Rows.Count);
        foreach (var a in d.Accounts.Take(ShownMax))
        {
            Screen.Entry($"Account {a.Account} ({Because(a.Because)})", "before: " + Either(a.Before), "after:  " + Either(a.After));
        }

        Cap("accounts", d.Accounts.Count);
    }

    /// <summary>A document is stored by its hash; people know it by its file name.</summary>
    private static string Subject(Decision d, CaseFacts facts) => facts.Documents.FirstOrDefault(x => x.Hash.Hex == d.Subject)?.Name ?? (d.Subject.Length == 64 ? d.Subject[..12] : d.Subject);

    /// <summary>A whole span where the versions between were not evaluated.</summary>
    private static string Because(IReadOnlyList<Casework.Compare.Cause> causes) => causes.Count <= 3 ? string.Join(", ", causes) : $"{causes[0]} to {causes[^1]} (one of {causes.Count} steps)";

    private static string Either(string value) => value.Length > 0 ? value : "-";

    private static string Label(string code) => code switch
    {
        "lower" => "at least (L)",
        "upper-recorded" => "at most (U)",
        "upper-out" => "U with OUTSIDE",
        "rule" => "rule of the rating",
        "support-low" => "support, low",
        "support-high" => "support, high",
        _ => code.StartsWith("traced:", StringComparison.Ordinal) ? code["traced:".Length..] : code,
    };

    private static void Cap(string what, int all)
    {
        if (all > ShownMax)
        {
            Screen.Line($"  {ShownMax} of {all:N0} {what} shown; all of them: --json");
        }
    }
}
