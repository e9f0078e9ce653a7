using FinInvest.Graph.Store.Neo4j.Transport;

namespace FinInvest.Graph.Benchmarks.Server;

/// <summary>Counts rows and looks at no value.</summary>
internal sealed class CountingSink : IRowSink
{
    public long Count { get; private set; }

    public void Restart() => Count = 0;

    public void Columns(IReadOnlyList<string> names)
    {
    }

    public void Row(IRowValues values) => Count++;
}
