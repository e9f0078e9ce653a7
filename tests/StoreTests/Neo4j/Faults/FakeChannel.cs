using FinInvest.Graph.Store.Neo4j.Transport;

namespace FinInvest.Graph.StoreTests.Neo4j.Faults;

/// <summary>A channel without a server: <paramref name="answer"/> says what the n-th call gives, from 1, or throws.</summary>
internal sealed class FakeChannel(Func<int, IRowSink?, CypherSummary> answer) : ICypherChannel
{
    private int calls;

    public int Calls => calls;

    public ValueTask<CypherSummary> RunAsync(CypherStatement statement, AccessMode mode, IReadOnlyList<string> bookmarks, TimeSpan limit, IRowSink? rows, CancellationToken ct) =>
        ValueTask.FromResult(answer(++calls, rows));

    public ValueTask<ICypherTransaction> BeginAsync(AccessMode mode, IReadOnlyList<string> bookmarks, TimeSpan limit, CancellationToken ct) => throw new NotSupportedException();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
