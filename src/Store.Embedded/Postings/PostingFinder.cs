using System.Globalization;
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
    private readonly bool[] textMatches;
    private readonly bool[]? accountMatches;
    private readonly (string Document, string Statement, int Row)? rowAsked;
    private char[] letters = new char[1024];

    public PostingFinder(FindQuery query, CaseNames names)
    {
        this.query = query;
        this.names = names;
        textMatches = Array.ConvertAll(names.Accounts, n => n.Contains(query.Text, StringComparison.OrdinalIgnoreCase));
        textMatches[0] = false;
        if (query.Account.Length > 0)
        {
            var account = Squeeze(query.Account);
            accountMatches = Array.ConvertAll(names.Accounts, n => Squeeze(n).Equals(account, StringComparison.OrdinalIgnoreCase));
        }

        rowAsked = RowOf(query.Text);
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

            if (HasAccount(rows) && HasAmount(rows) && HasDay(rows) && HasText(rows))
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

    private static string Squeeze(string name) => name.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>"S2/118" or "3f9a1c/S2/118"; null where the text is no such name of a row.</summary>
    private static (string Document, string Statement, int Row)? RowOf(string text)
    {
        var last = text.LastIndexOf('/');
        if (last <= 0 || !int.TryParse(text.AsSpan(last + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var row))
        {
            return null;
        }

        var first = text.IndexOf('/', StringComparison.Ordinal);
        return first == last ? ("", text[..last], row) : (text[..first], text[(first + 1)..last], row);
    }

    private bool HasAccount(Command rows) => accountMatches is null || accountMatches[rows.Int(0)] || accountMatches[rows.Int(1)];

    private bool HasDay(Command rows) => query.Days is not { } days || (!rows.IsNull(4) && days.Contains(new Day(rows.Int(4))));

    private bool HasAmount(Command rows)
    {
        if (query.MinorFrom is null && query.MinorTo is null)
        {
            return true;
        }

        var minor = rows.Long(2);
        var counter = rows.Long(3);
        return InRange(minor) || (counter != 0 && InRange(counter)) || (minor < 0 && minor != long.MinValue && InRange(-minor)) || (counter < 0 && counter != long.MinValue && InRange(-counter));
    }

    private bool InRange(long minor) => minor >= (query.MinorFrom ?? long.MinValue) && minor <= (query.MinorTo ?? long.MaxValue);

    private bool HasText(Command rows)
    {
        if (query.Text.Length == 0 || textMatches[rows.Int(0)] || textMatches[rows.Int(1)])
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

        return rowAsked is { } asked && rows.Int(5) == asked.Row && names.Statements[rows.Int(6) - 1] == asked.Statement &&
            rows.Text(8).StartsWith(asked.Document, StringComparison.Ordinal);
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
