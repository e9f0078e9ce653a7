using FinInvest.Graph.Store.Neo4j.Transport;

namespace FinInvest.Graph.StoreTests.Neo4j.Transport;

/// <summary>Keeps what <paramref name="read"/> makes of each row.</summary>
internal sealed class RowList<T>(Func<IRowValues, T> read) : IRowSink
{
    public List<T> Rows { get; } = [];
    public IReadOnlyList<string> Names { get; private set; } = [];
    public int Restarts { get; private set; }

    public void Restart()
    {
        Rows.Clear();
        Restarts++;
    }

    public void Columns(IReadOnlyList<string> names) => Names = names;

    public void Row(IRowValues values) => Rows.Add(read(values));
}
