using System.Text;
using FinInvest.Graph.Store.Embedded.Sqlite;

namespace FinInvest.Graph.Store.Embedded.Layout;

/// <summary>
/// Views for a person with an SQL tool: postings with names and days in words, and one view a kind of fact with real columns (fact_account, fact_cost_line, ...).
/// They hold nothing of their own; the program never reads them. A fact's body may gain members, so a writer renews views that differ.
/// </summary>
internal static class ReadableViews
{
    private const string Postings = """
        CREATE VIEW readable_postings AS
        SELECT d.sha256 AS document, d.name AS file, d.load, s.name AS statement, p.row, a.name AS account, c.name AS counterparty, p.minor, u.name AS currency,
            p.counter_minor, v.name AS counter_currency, date(p.booking_day * 86400, 'unixepoch') AS booking_date, date(p.value_day * 86400, 'unixepoch') AS value_date,
            strftime('%Y-%m-%dT%H:%M:%fZ', p.instant / 1000.0, 'unixepoch') AS instant,
            CASE p.kind WHEN 0 THEN 'payment' WHEN 1 THEN 'fee' WHEN 2 THEN 'interest' WHEN 3 THEN 'cash' WHEN 4 THEN 'exchange' WHEN 5 THEN 'reversal' ELSE p.kind END AS kind,
            CASE p.origin WHEN 0 THEN 'observed' WHEN 1 THEN 'corroborated' WHEN 2 THEN 'inferred' ELSE p.origin END AS origin,
            p.balance, p.counter_balance, p.reference, p.end_to_end_id, p.local_id, p.counterparty_name, p.text
        FROM postings p JOIN documents d ON d.id = p.document JOIN statements s ON s.id = p.statement JOIN currencies u ON u.id = p.currency
            LEFT JOIN accounts a ON a.id = p.account LEFT JOIN accounts c ON c.id = p.counterparty LEFT JOIN currencies v ON v.id = p.counter_currency
        """;

    public static void Renew(Database database)
    {
        foreach (var (name, sql) in Views())
        {
            using var held = database.Prepare("SELECT sql FROM sqlite_schema WHERE type = 'view' AND name = ?1");
            held.Bind(1, name);
            var exists = held.Step();
            if (exists && held.Text(0) == sql)
            {
                continue;
            }

            held.Reset();
            if (exists)
            {
                database.Run($"DROP VIEW {name}");
            }

            database.Run(sql);
        }
    }

    /// <summary>Name and definition of each view.</summary>
    internal static IEnumerable<(string Name, string Sql)> Views()
    {
        yield return ("readable_postings", Postings);
        foreach (var kind in FactCodec.Kinds)
        {
            var name = "fact" + Snake(kind);
            var columns = FactCodec.Members(kind).Select(m => $"json_extract(f.body, '$.{m}') AS \"{Snake(m).TrimStart('_')}\"");
            yield return (name, $"CREATE VIEW {name} AS SELECT {string.Join(", ", columns)}, d.sha256 AS \"_document\", d.name AS \"_file\", f.row AS \"_row\", d.load AS \"_load\" " +
                $"FROM facts f JOIN documents d ON d.id = f.document WHERE f.kind = '{kind}'");
        }
    }

    private static string Snake(string name)
    {
        var text = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsUpper(c) || text.Length == 0)
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }
}
