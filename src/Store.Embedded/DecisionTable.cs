using System.Globalization;
using FinInvest.Graph.Store.Embedded.Sqlite;

namespace FinInvest.Graph.Store.Embedded;

/// <summary>The decisions table: columns for people, the canonical body and its link for the chain.</summary>
internal sealed class DecisionTable(Database database)
{
    /// <summary>Decisions up to a number, in their order.</summary>
    public IReadOnlyList<Decision> Read(long last)
    {
        using var rows = database.Prepare("SELECT body FROM decisions WHERE number <= ?1 ORDER BY number");
        rows.Bind(1, last);
        var decisions = new List<Decision>();
        while (rows.Step())
        {
            decisions.Add(DecisionChain.Decode(rows.Text(0)));
        }

        return decisions;
    }

    /// <summary>Numbers, links and appends them in one transaction of its own.</summary>
    public CaseVersion Append(IReadOnlyList<Decision> decisions, CaseVersion expected, CaseVersion now)
    {
        if (now != expected)
        {
            throw new StoreConflictException($"The case is at version {now}, not {expected}: it changed since it was read. Read it again and repeat the decision.");
        }

        if (decisions.Count == 0)
        {
            return now;
        }

        database.Run("BEGIN IMMEDIATE");
        var version = Insert(decisions, now);
        database.Run("COMMIT");
        return version;
    }

    /// <summary>The same inside a transaction of the caller.</summary>
    public CaseVersion Insert(IReadOnlyList<Decision> decisions, CaseVersion now)
    {
        var link = Head(now.Decisions);
        var number = now.Decisions;
        using (var insert = database.Prepare("INSERT INTO decisions VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)"))
        {
            foreach (var decision in decisions)
            {
                var numbered = decision with { Number = ++number };
                var body = DecisionChain.Encode(numbered);
                insert.Bind(1, number);
                insert.Bind(2, numbered.Kind);
                insert.Bind(3, numbered.Subject);
                insert.Bind(4, numbered.Value);
                insert.Bind(5, numbered.By);
                insert.Bind(6, numbered.On.ToString());
                insert.Bind(7, numbered.Reason);
                insert.Bind(8, numbered.Item);
                insert.Bind(9, numbered.Replaces);
                insert.Bind(10, body);
                insert.Bind(11, link.Hex);
                link = DecisionChain.Link(link, body);
                insert.Bind(12, link.Hex);
                insert.Execute();
            }
        }

        return now with { Decisions = number };
    }

    /// <summary>Checks the chain: <see cref="DecisionChain.Check"/>.</summary>
    public ChainCheck Verify() => DecisionChain.Check(Kept(), database.Number("SELECT ifnull(max(decisions), 0) FROM loads"));

    private IEnumerable<KeptDecision> Kept()
    {
        using var rows = database.Prepare(
            "SELECT number, kind, subject, value, decided_by, decided_on, reason, item, replaces, body, previous_link, link FROM decisions ORDER BY number");
        while (rows.Step())
        {
            _ = Day.TryParse(rows.Text(5), out var on);
            yield return new KeptDecision(new Decision(rows.Long(0), rows.Text(1), rows.Text(2), rows.Text(3), rows.Text(4), on, rows.Text(6), rows.Text(7), rows.Long(8)),
                rows.Text(9), rows.Text(10), rows.Text(11));
        }
    }

    /// <summary>The decision that records a document's expunging; null where a case is being taken over and has not come to it yet.</summary>
    public Decision? Expunging(Sha256 document)
    {
        using var row = database.Prepare("SELECT body FROM decisions WHERE kind = ?1 AND subject = ?2 ORDER BY number LIMIT 1");
        row.Bind(1, DecisionKinds.Expunge);
        row.Bind(2, document.Hex);
        return row.Step() ? DecisionChain.Decode(row.Text(0)) : null;
    }

    /// <summary>The link of a decision; the chain's start for number 0.</summary>
    public Sha256 Head(long last)
    {
        var text = database.Text(string.Create(CultureInfo.InvariantCulture, $"SELECT link FROM decisions WHERE number = {last}"));
        return text.Length > 0 ? new Sha256(text) : DecisionChain.Start;
    }
}
