using System.Globalization;
using FinInvest.Graph.Store.Publishing;

namespace FinInvest.Graph.Casework.Publish;

/// <summary>Acts with their episodes and what they yield, what pays for assets, statements and gaps, reversals, other claimants, coordination links: as the register ties them to the ledger.</summary>
internal static class MoneyFacts
{
    public static void Add(FactGraph graph)
    {
        AddActs(graph);
        AddProceeds(graph);
        AddCosts(graph);
        AddStatements(graph);
        AddMarks(graph);
    }

    /// <summary>Key of a statement: several documents may have statements of one id.</summary>
    public static string StatementKey(StatementCheck s) => $"{s.Document.Short()}/{s.Statement}/{s.Account}/{s.Period.From}";

    private static void AddActs(FactGraph graph)
    {
        foreach (var a in graph.Facts.All<Act>())
        {
            graph.Node("Act", a.Id, ("name", a.Name), ("article", a.Article), ("status", a.Status), ("from", a.From), ("to", a.To));
        }

        foreach (var e in graph.Facts.All<Episode>())
        {
            var episode = graph.Node("Episode", e.Id, ("minor", e.Minor), ("currency", e.Currency), ("day", e.Day), ("text", e.Text));
            graph.Link("HAS_EPISODE", graph.Node("Act", e.Act, ("described", false)), episode);
            if (e.Victim.Length > 0)
            {
                graph.Link("HARMED", episode, graph.Party(e.Victim));
            }
        }
    }

    private static void AddProceeds(FactGraph graph)
    {
        var (ledger, register) = (graph.Ledger, graph.Case.Register);
        foreach (var c in register.Claims)
        {
            var episode = Episode(graph, c.Episode);
            var account = ledger.Credited[c.Movement];
            graph.Link("YIELDS", episode, graph.AccountAt(account),
                ("id", c.ProceedsId), ("minor", c.Minor), ("currency", ledger.Accounts[account].Currency), ("day", new Day(ledger.CreditDay[c.Movement])), ("transfer", (long)c.Movement), ("position", (long)ledger.Position[(c.Movement * 2) + 1]));
            foreach (var row in ledger.RowsOf(c.Movement))
            {
                graph.Link("NAMES", episode, PublishedEnd.OfRow(row), ("id", c.ProceedsId));
            }
        }

        foreach (var c in register.CashProceeds)
        {
            graph.Link("YIELDS", Episode(graph, c.Episode), graph.Account(""), ("id", c.ProceedsId), ("minor", c.Minor), ("currency", c.Currency), ("day", c.Day));
        }
    }

    private static void AddCosts(FactGraph graph)
    {
        var ledger = graph.Ledger;
        foreach (var acquisition in graph.Case.Register.Acquisitions)
        {
            var asset = graph.Node("Asset", acquisition.Asset, ("name", acquisition.Asset), ("described", false));
            foreach (var line in acquisition.Lines)
            {
                var isRow = line.Movement >= 0;
                graph.Link("PAYS", isRow ? graph.AccountAt(ledger.Debited[line.Movement]) : graph.Account(""), asset, ("id", line.CostLineId), ("acquisition", (long)acquisition.Index),
                    ("kind", line.Kind), ("minor", line.Minor), ("currency", acquisition.Currency), ("day", line.Day), ("transfer", isRow ? (long)line.Movement : null),
                    ("position", isRow ? (long)ledger.Position[line.Movement * 2] : null));
                foreach (var row in isRow ? ledger.RowsOf(line.Movement) : [])
                {
                    graph.Link("PAYS_FOR", PublishedEnd.OfRow(row), asset, ("id", line.CostLineId), ("kind", line.Kind));
                }
            }

            if (acquisition.SoldMovement >= 0)
            {
                graph.Link("SOLD_TO", asset, graph.AccountAt(ledger.Credited[acquisition.SoldMovement]), ("acquisition", (long)acquisition.Index), ("minor", ledger.CreditMinor[acquisition.SoldMovement]),
                    ("day", new Day(ledger.CreditDay[acquisition.SoldMovement])), ("transfer", (long)acquisition.SoldMovement));
            }
        }
    }

    private static void AddStatements(FactGraph graph)
    {
        foreach (var s in graph.Case.Statements)
        {
            var statement = graph.Node("Statement", StatementKey(s), ("statement", s.Statement), ("account", s.Account), ("from", s.Period.From), ("to", s.Period.To), ("rows", (long)s.Rows),
                ("opening", s.Opening), ("closing", s.Closing), ("difference", s.Difference), ("reconciles", s.Reconciles), ("reason", s.Reason));
            graph.Link("OF_ACCOUNT", statement, graph.Account(s.Account));
            graph.Link("READ_IN", statement, PublishedEnd.OfDocument(s.Document));
        }

        foreach (var (gap, i) in graph.Ledger.Breaks.Select((b, i) => (b, i)))
        {
            var node = graph.Node("Gap", Number(i), ("account", gap.Account), ("lastCovered", gap.LastCovered), ("returns", gap.Returns), ("balanceOut", gap.BalanceOut), ("balanceBack", gap.BalanceBack));
            graph.Link("OF_ACCOUNT", node, graph.Account(gap.Account));
        }
    }

    private static void AddMarks(FactGraph graph)
    {
        var (ledger, register) = (graph.Ledger, graph.Case.Register);
        foreach (var (r, i) in register.Reversals.Select((r, i) => (r, i)))
        {
            var reversal = graph.Node("Reversal", Number(i), ("minor", r.Minor), ("transfer", (long)r.Movement), ("of", (long)r.Of));
            AddRows(graph, "ROW", reversal, r.Movement);
            AddRows(graph, "UNDOES", reversal, r.Of);
        }

        foreach (var c in register.Claimants)
        {
            var name = register.Owners.Labels[c.Owner]["tp:".Length..];
            AddRows(graph, "CLAIMS", graph.Node("OtherClaimant", name, ("name", name)), c.Movement);
        }

        foreach (var l in register.Links)
        {
            var link = graph.Node("CoordinationLink", l.Id, ("reason", l.Reason));
            foreach (var credit in l.Credits)
            {
                AddRows(graph, "CREDIT", link, credit);
            }

            foreach (var target in l.Targets)
            {
                graph.Link("TARGET", link, PublishedEnd.Node("Asset", register.Acquisitions[target].Asset), ("acquisition", (long)register.Acquisitions[target].Index));
            }
        }

        void AddRows(FactGraph to, string type, PublishedEnd from, int movement)
        {
            foreach (var row in ledger.RowsOf(movement))
            {
                to.Link(type, from, PublishedEnd.OfRow(row));
            }
        }
    }

    private static PublishedEnd Episode(FactGraph graph, string id) => graph.Node("Episode", id, ("described", false));

    private static string Number(int i) => (i + 1).ToString(CultureInfo.InvariantCulture);
}
