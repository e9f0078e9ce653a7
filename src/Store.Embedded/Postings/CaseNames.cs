using FinInvest.Graph.Store.Embedded.Sqlite;

namespace FinInvest.Graph.Store.Embedded.Postings;

/// <summary>The dictionary tables as of a load. Accounts stand at their number (0 = not named), statements and currencies one below theirs.</summary>
internal sealed class CaseNames
{
    public CaseNames(Database database, long load)
    {
        Accounts = Read(database, "accounts", load, 0);
        Statements = Read(database, "statements", load, 1);
        Currencies = Read(database, "currencies", load, 1);
    }

    public string[] Accounts { get; }
    public string[] Statements { get; }
    public string[] Currencies { get; }

    private static string[] Read(Database database, string table, long load, int first)
    {
        using var query = database.Prepare($"SELECT id, name FROM {table} WHERE load <= ?1 ORDER BY id");
        query.Bind(1, load);
        var names = new List<string>();
        if (first == 0)
        {
            names.Add("");
        }

        while (query.Step())
        {
            while (names.Count < query.Int(0) - first)
            {
                names.Add("");
            }

            names.Add(query.Text(1));
        }

        return [.. names];
    }
}
