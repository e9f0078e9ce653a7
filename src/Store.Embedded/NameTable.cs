using System.Globalization;
using FinInvest.Graph.Store.Embedded.Sqlite;

namespace FinInvest.Graph.Store.Embedded;

/// <summary>A dictionary table while a load appends to it: names to numbers counted from 1 in the order they came.</summary>
internal sealed class NameTable : IDisposable
{
    private readonly Dictionary<string, int> numbers;
    private readonly Command insert;
    private readonly string table;
    private readonly int most;
    private int last;

    /// <param name="known">The names the table holds, where they are known; else they are read.</param>
    /// <param name="most">More names than this are refused: columns could not point to them.</param>
    public NameTable(Database database, string table, long load, Dictionary<string, int>? known = null, int most = int.MaxValue)
    {
        this.table = table;
        this.most = most;
        // Names leave a table when a document is expunged, which is no load.
        known = known?.Count == database.Number($"SELECT count(*) FROM {table}") ? known : null;
        numbers = known ?? new Dictionary<string, int>(StringComparer.Ordinal);
        last = (int)database.Number($"SELECT ifnull(max(id), 0) FROM {table}");
        if (known is null)
        {
            using var held = database.Prepare($"SELECT id, name FROM {table}");
            while (held.Step())
            {
                numbers[held.Text(1)] = held.Int(0);
            }
        }

        insert = database.Prepare($"INSERT INTO {table}(id, name, load) VALUES(?1, ?2, ?3)");
        insert.Bind(3, load);
    }

    public Dictionary<string, int> Numbers => numbers;

    public int Number(string name)
    {
        if (numbers.TryGetValue(name, out var number))
        {
            return number;
        }

        if (last == most)
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The case cannot hold more than {most} {table}; \"{name}\" is one too many."));
        }

        insert.Bind(1, ++last);
        insert.Bind(2, name);
        insert.Execute();
        numbers.Add(name, last);
        return last;
    }

    public void Dispose() => insert.Dispose();
}
