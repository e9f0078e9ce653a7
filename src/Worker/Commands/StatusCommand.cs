using System.CommandLine;
using FinInvest.Graph.Casework;
using FinInvest.Graph.Store;
using FinInvest.Graph.Worker.Terminal;

namespace FinInvest.Graph.Worker.Commands;

/// <summary>fininvest status: accounts with coverage, gaps, unmatched legs, refusals, rejects.</summary>
internal static class StatusCommand
{
    private const int ShownMax = 40;

    public static Command Build()
    {
        var workspace = CommandRun.Workspace();
        var at = CommandRun.At();
        var json = CommandRun.Json();
        var rejects = new Option<bool>("--rejects") { Description = "List every rejected row." };
        var documents = new Option<bool>("--documents") { Description = "List the documents with grade and partner." };
        var command = new Command("status", "What the case holds and how far it can be relied on.\nExample: fininvest status -w my-work") { workspace, at, json, rejects, documents };
        command.SetAction((r, ct) => CommandRun.OnCaseAsync(r.GetRequiredValue(workspace), async (ICaseStore w, CancellationToken c) =>
        {
            using var line = WaitingLine.OnTerminal();
            using var file = await CaseFile.OpenAsync(w.Case, c, w.Cache, r.GetValue(at), w.Rows, line);
            var loads = await w.Case.LoadsAsync(file.Version, c);
            var rejected = await w.Case.RejectsAsync(file.Version, c);
            if (r.GetValue(json))
            {
                JsonAnswer.Write("fininvest.status/1", file.Version, new
                {
                    file.Facts.Header, file.Reconciliation.Ledger.Accounts, file.Reconciliation.Statements, file.Reconciliation.Ledger.Breaks, file.Reconciliation.Unmatched,
                    file.Reconciliation.Notes, file.Reconciliation.Refused, Rejects = rejected, file.Facts.Documents,
                    Excluded = file.Held.Where(d => !file.Facts.Documents.Contains(d)), Ungraded = file.Ungraded().Select(d => d.Name), IdentifierFlags = Flags(file), Loads = loads, SignOffs = SignOffs(file),
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
        Screen.Line(header is null ? $"Case without a header, version {file.Version}: load a case.csv (fininvest template shows one); until then the last day of the rows is the as-of date {rec.Register.AsOf}."
            : $"Case {(header.Number.Length > 0 ? header.Number : header.Id)}: {header.Question}\nAs of {header.AsOf}, prepared by {(header.Preparer.Length > 0 ? header.Preparer : "(not stated)")}, version {file.Version}");
        var movements = new long[rec.Ledger.Accounts.Count];
        foreach (var leg in rec.Ledger.Legs)
        {
            movements[leg % 2 == 0 ? rec.Ledger.Debited[leg / 2] : rec.Ledger.Credited[leg / 2]]++;
        }

        var table = Screen.Table("Accounts", "account", "cur.", ">legs", "coverage", "reconciled from - to");
        foreach (var (account, a) in rec.Ledger.Accounts.Select((x, i) => (x, i)).Skip(1).Take(ShownMax))
        {
            table.Row(account.Id, account.Currency, $"{movements[a]:N0}", account.Coverage.ToString().ToLowerInvariant(), string.Join("; ", account.Covered.Select(p => $"{p.From} - {p.To}")));
        }

        Screen.Show(table);
        Cap("accounts", ShownMax, rec.Ledger.Accounts.Count - 1);
        foreach (var s in rec.Statements.Where(s => !s.Reconciles && s.Opening is not null).Take(ShownMax))
        {
            Screen.Line($"not relied on: statement {s.Statement} of {s.Account} ({s.Period}): {s.Reason}");
        }

        List("gap", [.. rec.Ledger.Breaks.Select(b => $"{b.Account} after {b.LastCovered}{(b.Returns is { } back ? $", again from {back}" : ", no row after")}")]);
        List("unmatched", [.. rec.Unmatched.Select(u => $"{u.Row.Alias} {u.Account} names {u.Counterparty} on {u.Day}: {u.Reason}")]);
        List("signed off", SignOffs(file));
        List("note", rec.Notes);
        List("identifier", Flags(file));
        List("ungraded, so not relied on", [.. file.Ungraded().Select(d => d.Name)]);
        if (file.Ungraded() is [var first, ..])
        {
            Screen.Line($"  Grade: load a documents.csv with document,root_source,partner,grade,permissions and a line such as {first.Name},SOURCE,KZ,B2,court");
        }

        List("not found or not used", [.. rec.Refused.Select(x => $"{x.Code} {x.Subject}: {x.Sentence}")]);
        Screen.Line($"{rec.Ledger.Count:N0} movements, {rec.Pairs.Count:N0} of them reported by both banks; {rec.Register.Claims.Count:N0} named credits; {rec.Register.Acquisitions.Count:N0} acquisitions; {rejected:N0} rejected rows{(rejected > 0 ? " (status --rejects)" : "")}; {file.Facts.Documents.Count:N0} documents; {file.Facts.Decisions.Count:N0} decisions.");
    }

    /// <summary>Identifiers whose check digit or code fails; the row counts all the same.</summary>
    private static List<string> Flags(CaseFile file) =>
    [
        .. file.Facts.All<Party>().SelectMany(p => IdentifierFlags.Of(p).Select(f => $"{p.Id}, {f.Field} {f.Text}: {f.Reason}")),
        .. file.Facts.All<Account>().SelectMany(a => IdentifierFlags.Of(a).Select(f => $"{a.Id}, {f.Field} {f.Text}: {f.Reason}")),
    ];

    /// <summary>Each exhibit that was signed off, and whether the case is still what it was.</summary>
    private static List<string> SignOffs(CaseFile file) => [.. SignOff.Among(file.Facts.Decisions).Select(s => s.Sentence(file.Version, file.Facts.Decisions))];

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
        var table = Screen.Table("Documents", "id", "file", ">bytes", "partner", "grade", "use", "counts");
        foreach (var d in file.Held)
        {
            var grade = file.Facts.All<DocumentGrade>().FirstOrDefault(g => g.Document == d.Name || (g.Document.Length >= 6 && d.Hash.Hex.StartsWith(g.Document, StringComparison.Ordinal)));
            table.Row(d.Hash.Short(), d.Name, $"{d.Bytes:N0}", grade?.Partner ?? d.Partner, grade?.Grade ?? "ungraded", string.Join("+", grade?.Permissions ?? []), file.Facts.Documents.Contains(d) ? "yes" : "excluded");
        }

        Screen.Show(table);
    }
}
