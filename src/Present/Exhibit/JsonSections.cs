using System.Text.Json;

namespace FinInvest.Graph.Present.Exhibit;

/// <summary>The JSON form up to Schedule C: cover, method, findings, coverage, named credits, running ledgers.</summary>
internal sealed class JsonSections(Utf8JsonWriter json, ExhibitView view)
{
    public void Cover()
    {
        var h = view.Header;
        json.WriteStartObject("cover");
        json.WriteString("case", h.Id);
        json.WriteString("number", h.Number);
        json.WriteString("question", h.Question);
        json.WriteString("preparer", h.Preparer);
        json.WriteString("asOf", h.AsOf.ToString());
        json.WriteString("purpose", h.Purpose);
        json.WriteString("version", view.Content.Version.ToString());
        json.WriteString("program", view.Content.Program);
        json.WriteString("rule", view.Chosen.Rule);
        json.WriteString("orderMode", view.Content.OrderMode);
        json.WriteString("profile", view.Assessments.Count > 0 ? view.Assessments[0].Profile : h.Profile);
        json.WriteString("scheme", view.Assessments.Count > 0 ? view.Assessments[0].Scheme : "");
        var grades = view.Facts.All<DocumentGrade>().ToList();
        json.Array("documents", view.Documents, d =>
        {
            json.WriteString("sha256", d.Hash.Hex);
            json.WriteString("mark", view.Rows.Document(d.Hash));
            json.WriteString("name", d.Name);
            json.Whole("bytes", d.Bytes);
            json.WriteString("partner", d.Partner);
            json.WriteString("mapping", d.Mapping);
            json.Strings("grades", grades.Where(g => Withholding.Names(g.Document, d)).Select(g => g.Grade));
            json.WriteBoolean("permittedOrNotRecorded", !view.Withheld.NotPermittedButUsed.Contains(d.Hash));
        });
        json.WriteEndObject();
    }

    public void Method()
    {
        json.WriteStartObject("method");
        json.Array("rules", view.Content.Rules, r =>
        {
            json.WriteString("id", r.Id);
            json.WriteString("name", r.Name);
            json.WriteString("definition", r.Definition);
            json.Strings("authorities", r.Authorities);
            json.WriteBoolean("conserving", r.Conserving);
        });
        json.Strings("profile", view.Content.ProfileText.Split('\n').Select(l => l.TrimEnd('\r')));
        json.Whole("rejectedRows", view.Content.Rejects);
        json.Array("orderNotEvidenced", view.Ledger.UnevidencedGroups, g =>
        {
            json.WriteString("account", view.Ledger.Accounts[g.Account].Id);
            json.WriteString("day", g.Day.ToString());
        });
        json.Strings("flags", view.Notes);
        json.Array("identifierFlags", view.IdentifierFlags, f =>
        {
            json.WriteString("id", f.Id);
            json.WriteString("field", f.Flag.Field);
            json.WriteString("text", f.Flag.Text);
            json.WriteString("reason", f.Flag.Reason);
        });
        json.Strings("notes", view.MethodNotes);
        json.Array("refused", view.Refused, r =>
        {
            json.WriteString("code", r.Code);
            json.WriteString("subject", r.Subject);
            json.WriteString("sentence", r.Sentence);
        });
        json.Array("decisions", view.Decisions, d =>
        {
            json.Whole("number", d.Number);
            json.WriteString("kind", d.Kind);
            json.WriteString("subject", d.Subject);
            json.WriteString("value", d.Value);
            json.WriteString("by", d.By);
            json.WriteString("on", d.On.ToString());
            json.WriteString("reason", d.Reason);
            json.WriteString("item", d.Item);
            json.Whole("replaces", d.Replaces);
        });
        json.WriteEndObject();
    }

    public void Findings() => json.Array("findings", view.Targets, t =>
    {
        json.WriteString("target", t.Target);
        json.WriteString("name", view.Names.Target(t.Target));
        json.Strings("sentences", AssetStories.Of(view, t).Select(s => s.ToString()));
    });

    public void Coverage()
    {
        json.WriteStartObject("scheduleA");
        json.Array("accounts", view.Ledger.Accounts.Skip(1).OrderBy(a => a.Id, StringComparer.Ordinal), a =>
        {
            json.WriteString("account", a.Id);
            json.WriteString("currency", a.Currency);
            json.WriteString("coverage", a.Coverage switch { AccountCoverage.Reconciled => "reconciled", AccountCoverage.Unreconciled => "unreconciled", _ => "external" });
            json.Strings("covered", a.Covered.Select(p => p.ToString()));
            json.WriteString("statedAsOf", a.StatedAsOf.ToString());
        });
        json.Array("statements", view.Content.Case.Statements.OrderBy(s => s.Account, StringComparer.Ordinal).ThenBy(s => s.Period.From.Number).ThenBy(s => s.Statement, StringComparer.Ordinal).ThenBy(s => s.Document), s =>
        {
            var currency = view.CurrencyOf(s.Account);
            json.WriteString("statement", s.Statement);
            json.WriteString("account", s.Account);
            json.WriteString("document", s.Document.Hex);
            json.WriteString("period", s.Period.From.IsNone ? "" : s.Period.ToString());
            json.Whole("rows", s.Rows);
            Optional("opening", s.Opening, currency);
            Optional("closing", s.Closing, currency);
            Optional("difference", s.Difference, currency);
            json.WriteBoolean("reconciles", s.Reconciles);
            json.WriteString("reason", s.Reason);
        });
        json.Array("gaps", view.Ledger.Breaks, b =>
        {
            json.WriteString("account", b.Account);
            json.WriteString("lastCovered", b.LastCovered.ToString());
            json.WriteString("returns", b.Returns?.ToString() ?? "");
            json.WriteString("balanceOut", Plain(b.BalanceOut, view.CurrencyOf(b.Account)));
            json.WriteString("balanceBack", Plain(b.BalanceBack, view.CurrencyOf(b.Account)));
        });
        json.Array("unmatched", view.Content.Case.Unmatched, u =>
        {
            json.WriteString("row", view.Rows.Name(u.Row));
            json.WriteString("account", u.Account);
            json.WriteString("counterparty", u.Counterparty);
            json.WriteString("day", u.Day.ToString());
            json.WriteString("amount", Plain(u.Minor, view.CurrencyOf(u.Account)));
            json.WriteString("reason", u.Reason);
        });
        json.WriteEndObject();
    }

    public void Credits() => json.Array("scheduleB", view.Register.Claims, mark =>
    {
        var account = view.Ledger.Accounts[view.Ledger.Credited[mark.Movement]];
        json.WriteString("cite", view.Rows.CreditCite(mark.Movement, mark.Owner));
        json.WriteString("episode", mark.Episode);
        json.WriteString("claim", view.Register.Owners.Labels[mark.Owner]);
        json.WriteString("day", new Day(view.Ledger.CreditDay[mark.Movement]).ToString());
        json.WriteString("account", account.Id);
        json.WriteString("currency", account.Currency);
        json.WriteString("credit", Plain(view.Ledger.CreditMinor[mark.Movement], account.Currency));
        json.WriteString("named", Plain(mark.Minor, account.Currency));
        json.Strings("rows", view.Ledger.RowsOf(mark.Movement).ToArray().Select(view.Rows.Name));
    });

    public void Ledgers() => json.Array("scheduleC", view.Chosen.Ledgers, ledger =>
    {
        string Money(long minor) => Plain(minor, ledger.Currency);
        json.WriteString("account", ledger.Account);
        json.WriteString("currency", ledger.Currency);
        json.Array("rows", ledger.Rows, r =>
        {
            json.WriteString("cite", view.Rows.LedgerCite(r.Movement, r.IsCredit));
            json.WriteString("day", r.Day.ToString());
            json.WriteString("side", r.IsCredit ? "credit" : "debit");
            json.WriteString("kind", r.Kind.ToString());
            json.WriteString("counterparty", r.Counterparty);
            json.WriteString("counterpartyName", view.TextOf(r.Row)?.CounterpartyName ?? "");
            json.WriteString("text", view.TextOf(r.Row)?.Text ?? "");
            json.WriteString("amount", Money(r.Minor));
            json.WriteString("balance", Money(r.Balance));
            json.WriteString("claim", Money(r.Claim));
            json.WriteString("other", Money(r.Other));
            json.WriteString("free", Money(r.Free));
            json.Owners("composition", r.Taken, Money);
            json.WriteString("unfunded", Money(r.Unfunded));
            json.WriteString("repaid", Money(r.Repaid));
            json.WriteString("row", r.Row is { } key ? view.Rows.Name(key) : "");
        });
    });

    public void SignOffs() => json.Array("signOffs", view.SignOffs, s =>
    {
        json.Whole("decision", s.Signed.Number);
        json.WriteString("exhibit", s.Signed.Exhibit.Hex);
        json.WriteString("version", s.Signed.Version.ToString());
        json.WriteString("rule", s.Signed.Rule);
        json.WriteString("orderMode", s.Signed.OrderMode);
        json.WriteString("profile", s.Signed.Profile);
        json.WriteString("scheme", s.Signed.Scheme);
        json.WriteString("program", s.Signed.Program);
        json.Strings("targets", s.Signed.Targets);
        json.WriteString("by", s.Signed.By);
        json.WriteString("role", s.Signed.Role);
        json.WriteString("on", s.Signed.On.ToString());
        json.WriteString("comment", s.Signed.Comment);
        json.WriteString("sentence", s.Sentence);
    });

    private string Plain(long minor, string currency) => Money.Format(minor, view.Names.Exponent(currency));

    private void Optional(string name, long? minor, string currency)
    {
        if (minor is { } m)
        {
            json.WriteString(name, Plain(m, currency));
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
