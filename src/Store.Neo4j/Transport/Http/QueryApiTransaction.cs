namespace FinInvest.Graph.Store.Neo4j.Transport.Http;

/// <summary>An explicit transaction of the Query API. The server forgets one that is left alone for a minute.</summary>
internal sealed class QueryApiTransaction(QueryApiChannel channel, string id, string? affinity) : ICypherTransaction
{
    private static readonly ReadOnlyMemory<byte> Nothing = "{}"u8.ToArray();
    private bool isOver;

    public async ValueTask<CypherSummary> RunAsync(CypherStatement statement, IRowSink? rows, CancellationToken ct)
    {
        var (answer, _) = await channel.CallAsync("/" + id, statement.Name, RequestBody.Run(statement), rows, affinity, ct);
        return answer.TransactionId == id ? answer.Counters : throw channel.Fault(CypherCodes.AnswerCutShort, "The answer does not end with its transaction", statement.Name);
    }

    public async ValueTask<IReadOnlyList<string>> CommitAsync(CancellationToken ct)
    {
        var (answer, _) = await channel.CallAsync($"/{id}/commit", "commit", Nothing, null, affinity, ct);
        return Over(answer, "commit");
    }

    /// <summary>Runs the last statement and commits, in one request.</summary>
    public async ValueTask<CypherSummary> CommitWithAsync(CypherStatement statement, ReadOnlyMemory<byte> body, IRowSink? rows, CancellationToken ct)
    {
        var (answer, _) = await channel.CallAsync($"/{id}/commit", statement.Name, body, rows, affinity, ct);
        return answer.Counters with { Bookmarks = Over(answer, statement.Name) };
    }

    public async ValueTask DisposeAsync()
    {
        if (!isOver)
        {
            isOver = true;
            await channel.RollBackAsync(id, affinity);
        }
    }

    private IReadOnlyList<string> Over(AnswerParser answer, string doing)
    {
        isOver = true;
        return answer.Bookmarks is { Count: > 0 } bookmarks ? bookmarks : throw channel.Fault(CypherCodes.AnswerCutShort, "The answer has no bookmarks, so that nothing says it was committed", doing);
    }
}
