namespace FinInvest.Graph.Store.Neo4j.Reading;

/// <summary>The dictionaries as of a load. Accounts stand at their number (0 = not named), statements and currencies one below theirs.</summary>
internal sealed class CaseNames
{
    public required string[] Accounts { get; init; }
    public required string[] Statements { get; init; }
    public required string[] Currencies { get; init; }

    public static async ValueTask<CaseNames> ReadAsync(CaseDatabase database, long load, CancellationToken ct)
    {
        var accounts = await database.ReadAsync("read/accounts", r => (Number: (int)r.Int64(0), Name: r.Text(1)), [("load", load)], ct);
        var names = await database.ReadAsync("read/names", r => (Kind: r.Text(0), Number: (int)r.Int64(1), Name: r.Text(2)), [("load", load)], ct);
        return new CaseNames
        {
            Accounts = Place(accounts, 0),
            Statements = Place(names.Where(n => n.Kind == "statement").Select(n => (n.Number, n.Name)), 1),
            Currencies = Place(names.Where(n => n.Kind == "currency").Select(n => (n.Number, n.Name)), 1),
        };
    }

    private static string[] Place(IEnumerable<(int Number, string Name)> names, int first)
    {
        var list = names.ToList();
        var placed = new string[list.Count == 0 ? 1 - first : list.Max(n => n.Number) + 1 - first];
        Array.Fill(placed, "");
        foreach (var (number, name) in list)
        {
            placed[number - first] = name;
        }

        return placed;
    }
}
