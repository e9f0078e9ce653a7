using System.CommandLine;
using FinInvest.Graph.Casework;
using FinInvest.Graph.Store.Embedded;
using FinInvest.Graph.Worker.Terminal;

namespace FinInvest.Graph.Worker.Commands;

/// <summary>fininvest status: accounts with coverage, gaps, unmatched legs, refusals, rejects.</summary>
internal static class StatusCommand
{
    private const int ShownMax = 40;

    public static Command Build()
    {
        var workspace = CommandRun.Workspace();
        var json = CommandRun.Json();
        var rejects = new Option<bool>("--rejects") { Description = "List every rejected row." };
        var documents = new Option<bool>("--documents") { Description = "List the documents with grade and partner." };
        var command = new Command("status", "What the case holds and how far it can be relied on.\nExample: fininvest status -w my-work") { workspace, json, rejects, documents };
        command.SetAction((r, ct) => CommandRun.OnCaseAsync(r.GetRequiredValue(workspace), async (Workspace w, CancellationToken c) =>
        {
            var file = await CaseFile.OpenAsync(w.Case, c);
            var loads = await w.Case.LoadsAsync(file.Version, c);
            var rejected = await w.Case.RejectsAsync(file.Version, c);
            if (r.GetValue(json))
            {
                JsonAnswer.Write("fininvest.status/1", file.Version, new
                {
                    file.Facts.Header, file.Reconciliation.Ledger.Accounts, file.Reconciliation.Statements, file.Reconciliation.Ledger.Breaks, file.Reconciliation.Unmatched,
                    file.Reconciliation.Notes, file.Reconciliation.Refused, Rejects = rejected, file.Facts.Documents, Loads = loads,
                });
                return ExitCodes.Done;
            }

            if (r.GetValue(rejects))
            {
                ShowRejects(rejected);
            }
            else if (r.GetValue(documents))
            {
                ShowDocuments(file);
            }
            else
            {
                ShowCase(file, rejected.Count);
            }

            return ExitCodes.Done;
        }, ct));
        return command;
    }

    private static void ShowCase(CaseFile file, int rejected)
    {
        var rec = file.Reconciliation;
        var header = file.Facts.Header;
        Screen.Line(header is null ? $"Case without a header (case.csv), version {file.Version}" : $"Case {header.Number}: {header.Question}\nAs of {header.AsOf}, prepared by {header.Preparer}, version {file.Version}");
        var movements = new long[rec.Ledger.Accounts.Count];
        foreach (var leg in rec.Ledger.Legs)
        {
            movements[leg % 2 == 0 ? rec.Ledger.Debited[leg / 2] : rec.Ledger.Credited[leg / 2]]++;
        }

        var table = Screen.Table("Accounts", "account", "cur.", ">legs", "coverage", "reconciled from - to");
        foreach (var (account, a) in rec.Ledger.Accounts.Select((x, i) => (x, i)).Skip(1).Take(ShownMax))
        {
            table.Row(account.Id, account.Currency, $"{movements[a]:N0}", account.Coverage.ToString().ToLowerInvariant(), string.Join(" ", account.Covered.Select(p => p.ToString())));
        }

        Screen.Show(table);
        Cap("accounts", ShownMax, rec.Ledger.Accounts.Count - 1);
        foreach (var s in rec.Statements.Where(s => !s.Reconciles && s.Opening is not null).Take(ShownMax))
        {
            Screen.Line($"not relied on: statement {s.Statement} of {s.Account} ({s.Period}): {s.Reason}");
        }

        List("gap", [.. rec.Ledger.Breaks.Select(b => $"{b.Account} after {b.LastCovered}{(b.Returns is { } back ? $", again from {back}" : ", never again")}")]);
        List("unmatched", [.. rec.Unmatched.Select(u => $"{u.Row.Alias} {u.Account} names {u.Counterparty} on {u.Day}: {u.Reason}")]);
        List("note", rec.Notes);
        List("not used", [.. rec.Refused.Select(x => $"{x.Code} {x.Subject}: {x.Sentence}")]);
        Screen.Line($"{rec.Ledger.Count:N0} movements, {rec.Pairs.Count:N0} of them reported by both banks; {rec.Register.Claims.Count:N0} named credits; {rec.Register.Acquisitions.Count:N0} acquisitions; {rejected:N0} rejected rows{(rejected > 0 ? " (status --rejects)" : "")}; {file.Facts.Documents.Count:N0} documents; {file.Facts.Decisions.Count:N0} decisions.");
    }

    private static void List(string word, IReadOnlyList<string> lines)
    {
        foreach (var line in lines.Take(ShownMax))
        {
            Screen.Line($"{word}: {line}");
        }

        Cap(word + " lines", ShownMax, lines.Count);
    }

    private static void Cap(string what, int shown, int all)
    {
        if (all > shown)
        {
            Screen.Line($"{shown} of {all:N0} {what} shown; all of them: --json");
        }
    }

    private static void ShowRejects(IReadOnlyList<Reject> rejects)
    {
        foreach (var x in rejects)
        {
            Screen.Line($"{x.Code}: {x.File}, line {x.Row}{(x.Column.Length > 0 ? ", column " + x.Column : "")}: {x.Sentence} Text: {x.Text}");
        }

        Screen.Line($"{rejects.Count:N0} rejected rows.");
    }

    private static void ShowDocuments(CaseFile file)
    {
        var excluded = file.Facts.Decisions.Where(d => d.Kind is DecisionKinds.Exclude or DecisionKinds.Include).GroupBy(d => d.Subject).Where(g => g.MaxBy(d => d.Number)!.Kind == DecisionKinds.Exclude).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        var table = Screen.Table("Documents", "id", "file", ">bytes", "partner", "grade", "use", "counts");
        foreach (var d in file.Facts.Documents)
        {
            var grade = file.Facts.All<DocumentGrade>().FirstOrDefault(g => g.Document == d.Name || (g.Document.Length >= 6 && d.Hash.Hex.StartsWith(g.Document, StringComparison.Ordinal)));
            table.Row(d.Hash.Short(), d.Name, $"{d.Bytes:N0}", grade?.Partner ?? d.Partner, grade?.Grade ?? "ungraded", string.Join("+", grade?.Permissions ?? []), excluded.Contains(d.Hash.Hex) ? "excluded" : "yes");
        }

        Screen.Show(table);
    }
}
