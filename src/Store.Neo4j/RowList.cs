using FinInvest.Graph.Store.Neo4j.Transport;

namespace FinInvest.Graph.Store.Neo4j;

/// <summary>Collects the rows of a statement that has few.</summary>
internal sealed class RowList<T>(Func<IRowValues, T> row) : IRowSink
{
    private readonly List<T> rows = [];

    public IReadOnlyList<T> Rows => rows;

    public void Restart() => rows.Clear();

    public void Columns(IReadOnlyList<string> names)
    {
    }

    public void Row(IRowValues values) => rows.Add(row(values));
}
