using FinInvest.Graph.Store.Neo4j.Transport;
using FinInvest.Graph.StoreTests.Kill;
using Xunit;

namespace FinInvest.Graph.StoreTests.Neo4j.Transport;

/// <summary>What every transport promises, against a real server.</summary>
[Collection(ProcessesCollection.Name)]
public class TransportTests(Neo4jServer server)
{
    private static readonly Dictionary<string, object?> None = [];

    [Fact]
    public async Task Values_go_there_and_back_unchanged()
    {
        await using var transport = await server.OpenAsync();
        var rows = new RowList<(long, string, bool, IReadOnlyList<long>, IReadOnlyList<string?>, bool)>(r => (r.Int64(0), r.Text(1), r.Boolean(2), r.Int64s(3), r.Texts(4), r.IsNull(5)));
        var text = "Қазына \"ЖШС\" \\ \n\t\u0001 😀 ' ` $x";
        var summary = await transport.RunAsync(
            new CypherStatement("echo", "UNWIND $rows AS r RETURN r[0] AS n, r[1] AS t, r[2] AS b, r[3] AS l, r[4] AS s, r[5] AS e", new Dictionary<string, object?>
            {
                ["rows"] = new object?[]
                {
                    new object?[] { long.MaxValue, text, true, new[] { long.MinValue, 9007199254740993 }, new[] { null, "", text }, null },
                    new object?[] { long.MinValue, "", false, Array.Empty<long>(), Array.Empty<string>(), null },
                },
            }), AccessMode.Read, [], rows, default);
        Assert.Equal(["n", "t", "b", "l", "s", "e"], rows.Names);
        Assert.Equal((long.MaxValue, text, true, true), (rows.Rows[0].Item1, rows.Rows[0].Item2, rows.Rows[0].Item3, rows.Rows[0].Item6));
        Assert.Equal([long.MinValue, 9007199254740993], rows.Rows[0].Item4);
        Assert.Equal([null, "", text], rows.Rows[0].Item5);
        Assert.Equal((long.MinValue, "", 0, 0), (rows.Rows[1].Item1, rows.Rows[1].Item2, rows.Rows[1].Item4.Count, rows.Rows[1].Item5.Count));
        Assert.NotEmpty(summary.Bookmarks);
    }

    [Theory]
    [InlineData(1.5)]
    [InlineData(1.5f)]
    public async Task A_floating_point_number_never_goes_to_the_server(object value)
    {
        await using var transport = await server.OpenAsync();
        await Assert.ThrowsAsync<ArgumentException>(async () => await RunAsync(transport, "RETURN $x", new() { ["x"] = new List<object?> { value } }));
    }

    [Fact]
    public async Task A_writer_sees_its_writes_through_bookmarks_and_a_reader_may_not_write()
    {
        await using var transport = await server.OpenAsync();
        var key = Guid.NewGuid().ToString("N");
        var made = await RunAsync(transport, "CREATE (:TransportTest {key: $key})", new() { ["key"] = key });
        Assert.Equal(1, made.NodesCreated);
        var rows = new RowList<long>(r => r.Int64(0));
        await transport.RunAsync(Count(key), AccessMode.Read, made.Bookmarks, rows, default);
        Assert.Equal([1], rows.Rows);
        var fault = await Assert.ThrowsAsync<CypherException>(async () =>
            await transport.RunAsync(new CypherStatement("write", "CREATE (:TransportTest {key: 'no'})", None), AccessMode.Read, [], null, default));
        Assert.Equal((CypherVerdict.Fail, "Neo.ClientError.Statement.AccessMode"), (fault.Verdict, fault.Code));
    }

    [Fact]
    public async Task A_transaction_takes_effect_at_its_commit_alone()
    {
        await using var transport = await server.OpenAsync();
        var key = Guid.NewGuid().ToString("N");
        await using (var dropped = await transport.BeginAsync(AccessMode.Write, [], default))
        {
            Assert.Equal(1, (await dropped.RunAsync(Create(key), null, default)).NodesCreated);
            var inside = new RowList<long>(r => r.Int64(0));
            await dropped.RunAsync(Count(key), inside, default);
            Assert.Equal([1], inside.Rows);
        }

        Assert.Equal(0, await CountAsync(transport, key, []));
        var work = await transport.InTransactionAsync(AccessMode.Write, [], async (t, ct) =>
        {
            await t.RunAsync(Create(key), null, ct);
            await t.RunAsync(Create(key), null, ct);
            return 7;
        }, default);
        Assert.Equal((7, 2L), (work.Result, await CountAsync(transport, key, work.Bookmarks)));
    }

    [Fact]
    public async Task A_fault_in_the_middle_of_the_rows_is_a_fault_and_undoes_the_writes()
    {
        await using var transport = await server.OpenAsync();
        var key = Guid.NewGuid().ToString("N");
        var rows = new RowList<long>(r => r.Int64(0));
        var fault = await Assert.ThrowsAsync<CypherException>(async () => await transport.RunAsync(
            new CypherStatement("division", "CREATE (:TransportTest {key: $key}) WITH 1 AS one UNWIND range(3000, -1, -1) AS x RETURN 1 / x", new Dictionary<string, object?> { ["key"] = key }),
            AccessMode.Write, [], rows, default));
        Assert.Equal((CypherVerdict.Fail, "Neo.ClientError.Statement.ArithmeticError", 0), (fault.Verdict, fault.Code, rows.Restarts));
        Assert.Contains("division", fault.Message, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(transport, key, []));
    }

    [Fact]
    public async Task A_statement_past_its_limit_is_ended_by_the_server_and_not_run_again()
    {
        await using var transport = await server.OpenAsync();
        var rows = new RowList<long>(r => r.Int64(0));
        var fault = await Assert.ThrowsAsync<CypherException>(async () => await transport.RunAsync(
            new CypherStatement("slow", "UNWIND range(1, 100000000000) AS x WITH x WHERE x % 1000000 = -1 RETURN count(x)", None) { Limit = TimeSpan.FromSeconds(1) }, AccessMode.Read, [], rows, default));
        Assert.Equal((CypherVerdict.Fail, 0), (fault.Verdict, rows.Restarts));
        Assert.Contains("It took longer than its limit and the server ended it. Raise the limit (FININVEST_STATEMENT_SECONDS)", fault.Message, StringComparison.Ordinal);
        await using var other = await server.OpenAsync();
        var running = new RowList<string>(r => r.Text(0));
        await other.RunAsync(new CypherStatement("running", "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS '100000000000) AS x WITH' AND NOT currentQuery STARTS WITH 'SHOW' RETURN currentQuery", None),
            AccessMode.Read, [], running, default);
        Assert.Empty(running.Rows);
    }

    [Fact]
    public async Task Rows_by_the_hundred_thousand_pass_through_little_memory()
    {
        await using var transport = await server.OpenAsync();
        var (rows, sum, most) = (0L, 0L, 0L);
        var sink = new RowList<int>(r =>
        {
            sum += r.Int64(0);
            if (++rows % 20_000 == 0)
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true));
            }

            return 0;
        });
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await transport.RunAsync(new CypherStatement("many", "UNWIND range(1, 200000) AS x RETURN x, 'text ' + x, x * 1000003", None), AccessMode.Read, [], sink, default);
        Assert.Equal((200_000L, 20_000_100_000L), (rows, sum));
        Assert.True(most - before < 4 << 20, $"{most - before} bytes were held while 200,000 rows passed.");
    }

    [Fact]
    public async Task What_the_reader_of_rows_throws_comes_out_as_it_is()
    {
        await using var transport = await server.OpenAsync();
        var fault = await Assert.ThrowsAsync<IOException>(async () =>
            await transport.RunAsync(new CypherStatement("one", "RETURN 1 AS one", None), AccessMode.Read, [], new RowList<int>(_ => throw new IOException("my disk is full")), default));
        Assert.Equal("my disk is full", fault.Message);
        var kind = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
            await transport.RunAsync(new CypherStatement("one", "RETURN '1' AS one", None), AccessMode.Read, [], new RowList<long>(r => r.Int64(0)), default));
        Assert.Contains("Column one", kind.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_is_explained_by_its_operators()
    {
        await using var transport = await server.OpenAsync();
        var summary = await transport.RunAsync(new CypherStatement("plan", "EXPLAIN MATCH (n) WHERE n.key = 'x' RETURN n.key", None), AccessMode.Read, [], null, default);
        Assert.Equal("ProduceResults", summary.PlanOperators[0]);
        Assert.Contains("AllNodesScan", summary.PlanOperators);
    }

    private static CypherStatement Create(string key) => new("create", "CREATE (:TransportTest {key: $key})", new Dictionary<string, object?> { ["key"] = key });

    private static CypherStatement Count(string key) => new("count", "MATCH (n:TransportTest {key: $key}) RETURN count(n) AS n", new Dictionary<string, object?> { ["key"] = key });

    private static async Task<long> CountAsync(ICypherTransport transport, string key, IReadOnlyList<string> bookmarks)
    {
        var rows = new RowList<long>(r => r.Int64(0));
        await transport.RunAsync(Count(key), AccessMode.Read, bookmarks, rows, default);
        return rows.Rows.Single();
    }

    private static async Task<CypherSummary> RunAsync(ICypherTransport transport, string text, Dictionary<string, object?> parameters) =>
        await transport.RunAsync(new CypherStatement("test", text, parameters), AccessMode.Write, [], null, default);
}
