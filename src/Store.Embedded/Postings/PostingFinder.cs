using System.Text;
using FinInvest.Graph.Store.Embedded.Sqlite;

namespace FinInvest.Graph.Store.Embedded.Postings;

/// <summary>
/// Looks through all rows for a person: one pass, no index. Letters are compared whatever their case in any script (SQLite's LIKE knows only A to Z).
/// </summary>
internal sealed class PostingFinder
{
    private const int FirstText = 12;
    private const int LastText = 16;
    private readonly FindQuery query;
    private readonly CaseNames names;
    private readonly FindMatch match;
    private char[] letters = new char[1024];

    public PostingFinder(FindQuery query, CaseNames names)
    {
        this.query = query;
        this.names = names;
        match = new FindMatch(query, names.Accounts);
    }

    public FindResult Find(Database database, CaseVersion at, CancellationToken ct)
    {
        using var rows = database.Prepare($"""
            SELECT p.account, p.counterparty, p.minor, p.counter_minor, p.booking_day, p.row, p.statement, p.currency, d.sha256, d.name, p.id, p.kind,
                p.reference, p.end_to_end_id, p.local_id, p.counterparty_name, p.text
            FROM documents d JOIN postings p ON p.id >= d.first_posting AND p.id < d.first_posting + d.postings
            WHERE d.load <= ?1 ORDER BY d.id, p.id
            """);
        rows.Bind(1, at.Loads);
        var found = new List<FoundRow>();
        var total = 0L;
        while (rows.Step())
        {
            if ((rows.Long(10) & 0xffff) == 0)
            {
                ct.ThrowIfCancellationRequested();
            }

            if (match.HasAccount(rows.Int(0), rows.Int(1)) && match.HasAmount(rows.Long(2), rows.Long(3)) && match.HasDay(rows.IsNull(4) ? null : new Day(rows.Int(4))) && HasText(rows))
            {
                total++;
                if (found.Count < query.RowsMax)
                {
                    found.Add(Show(rows));
                }
            }
        }

        return new FindResult(found, total);
    }

    private bool HasText(Command rows)
    {
        if (match.HasName(rows.Int(0), rows.Int(1)))
        {
            return true;
        }

        for (var column = FirstText; column <= LastText; column++)
        {
            if (Contains(rows.Utf8(column)))
            {
                return true;
            }
        }

        return match.IsNamed(rows.Text(8), names.Statements[rows.Int(6) - 1], rows.Int(5));
    }

    private bool Contains(ReadOnlySpan<byte> text)
    {
        if (text.Length > letters.Length)
        {
            letters = new char[text.Length];
        }

        var length = Encoding.UTF8.GetChars(text, letters);
        return length > 0 && letters.AsSpan(0, length).Contains(query.Text, StringComparison.OrdinalIgnoreCase);
    }

    private FoundRow Show(Command rows) => new(new RowKey(new Sha256(rows.Text(8)), names.Statements[rows.Int(6) - 1], rows.Int(5)), rows.Text(14), names.Accounts[rows.Int(0)],
        names.Accounts[rows.Int(1)], rows.Text(15), rows.Long(2), names.Currencies[rows.Int(7) - 1], rows.IsNull(4) ? Day.None : new Day(rows.Int(4)), rows.Text(16), rows.Text(12), rows.Text(9));
}
