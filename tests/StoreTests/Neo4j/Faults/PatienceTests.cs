using FinInvest.Graph.Store;
using FinInvest.Graph.Store.Neo4j.Transport;
using FinInvest.Graph.Store.Neo4j.Transport.Resilience;
using FinInvest.Graph.StoreTests.Neo4j.Transport;
using Xunit;

namespace FinInvest.Graph.StoreTests.Neo4j.Faults;

/// <summary>What is tried again, how often, and what is not.</summary>
public class PatienceTests
{
    private static readonly CypherStatement Statement = new("load/rows.cypher", "RETURN 1", new Dictionary<string, object?> { ["name"] = "Ivan Secret" });

    private static readonly Neo4jSettings Settings = new(new Uri("http://db.example:7474"), "loader", "s3cret-word")
    {
        FirstPause = TimeSpan.FromMilliseconds(1),
        LongestPause = TimeSpan.FromMilliseconds(3),
        BreakerPause = TimeSpan.FromMilliseconds(600),
        RateLimitPause = TimeSpan.FromMilliseconds(30),
        AttemptsMax = 4,
    };

    [Fact]
    public async Task A_deadlock_is_run_again_and_the_reader_forgets_what_came()
    {
        var channel = new FakeChannel((n, rows) =>
        {
            rows!.Columns(["x"]);
            return n < 3 ? throw Fault("Neo.TransientError.Transaction.DeadlockDetected") : new CypherSummary(["b"]);
        });
        await using var transport = new ResilientTransport(channel, Settings);
        var rows = new RowList<int>(_ => 0);
        Assert.Equal(["b"], (await transport.RunAsync(Statement, AccessMode.Write, [], rows, default)).Bookmarks);
        Assert.Equal((3, 2, 2L), (channel.Calls, rows.Restarts, transport.Retries));
    }

    [Theory]
    [InlineData("Neo.ClientError.Security.Unauthorized", 1, CypherVerdict.Fail)]
    [InlineData("Neo.ClientError.Statement.SyntaxError", 1, CypherVerdict.Fail)]
    [InlineData("Neo.ClientError.Schema.ConstraintValidationFailed", 1, CypherVerdict.Fail)]
    [InlineData("Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration", 1, CypherVerdict.Fail)]
    [InlineData("Neo.ClientError.Transaction.Terminated", 1, CypherVerdict.Fail)]
    [InlineData("Neo.TransientError.General.MemoryPoolOutOfMemoryError", 1, CypherVerdict.HalveBatch)]
    [InlineData("Neo.TransientError.General.TransactionMemoryLimit", 1, CypherVerdict.HalveBatch)]
    [InlineData("Neo.TransientError.General.OutOfMemoryError", 1, CypherVerdict.HalveBatch)]
    [InlineData("Neo.TransientError.Something.New", 4, CypherVerdict.Retry)]
    [InlineData("Neo.SomethingElse", 1, CypherVerdict.Fail)]
    [InlineData("Neo.ClientError.Security.AuthenticationRateLimit", 3, CypherVerdict.Wait)]
    [InlineData(CypherCodes.AnswerCutShort, 4, CypherVerdict.Retry)]
    [InlineData(CypherCodes.RequestCutShort, 4, CypherVerdict.Retry)]
    [InlineData(CypherCodes.ConnectionLost, 4, CypherVerdict.Retry)]
    public async Task Each_fault_is_tried_as_often_as_its_code_allows_and_never_for_ever(string code, int calls, CypherVerdict verdict)
    {
        var channel = new FakeChannel((_, _) => throw Fault(code));
        await using var transport = new ResilientTransport(channel, Settings);
        var fault = await Assert.ThrowsAsync<CypherException>(async () => await transport.RunAsync(Statement, AccessMode.Write, [], null, default));
        Assert.Equal((code, verdict, calls), (fault.Code, fault.Verdict, channel.Calls));
        Assert.Equal(calls > 1, fault.Message.Contains($"tried {calls} times", StringComparison.Ordinal));
    }

    [Fact]
    public async Task When_nobody_answers_the_breaker_opens_and_lets_one_call_through_later()
    {
        var isUp = false;
        var channel = new FakeChannel((_, _) => isUp ? new CypherSummary(["b"]) : throw Fault(CypherCodes.ConnectionLost));
        await using var transport = new ResilientTransport(channel, new Neo4jSettings(Settings.Address, "loader", "s3cret-word")
        {
            AttemptsMax = 1,
            BreakerCalls = 3,
            BreakerPause = TimeSpan.FromMilliseconds(600),
        });
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(CypherCodes.ConnectionLost, (await Assert.ThrowsAsync<CypherException>(async () => await transport.RunAsync(Statement, AccessMode.Read, [], null, default))).Code);
        }

        Assert.Equal(BreakerState.Open, transport.Breaker);
        var refused = await Assert.ThrowsAsync<CypherException>(async () => await transport.RunAsync(Statement, AccessMode.Read, [], null, default));
        Assert.Equal((CypherCodes.CircuitOpen, CypherVerdict.Retry, 3), (refused.Code, refused.Verdict, channel.Calls));
        isUp = true;
        await Task.Delay(700);
        await transport.RunAsync(Statement, AccessMode.Read, [], null, default);
        Assert.Equal(BreakerState.Closed, transport.Breaker);
    }

    [Fact]
    public async Task The_breaker_opens_after_so_many_absences_in_a_row_whatever_went_well_before()
    {
        var isUp = true;
        var channel = new FakeChannel((_, _) => isUp ? new CypherSummary(["b"]) : throw Fault(CypherCodes.ConnectionLost));
        await using var transport = new ResilientTransport(channel, new Neo4jSettings(Settings.Address, "loader", "s3cret-word") { AttemptsMax = 1, BreakerCalls = 3, BreakerPause = TimeSpan.FromMilliseconds(500) });
        async Task CallAsync(int times, bool up)
        {
            isUp = up;
            for (var i = 0; i < times; i++)
            {
                await transport.RunAsync(Statement, AccessMode.Read, [], null, default).AsTask().ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }

        await CallAsync(200, up: true);
        await CallAsync(2, up: false);
        await CallAsync(1, up: true);
        await CallAsync(2, up: false);
        Assert.Equal((BreakerState.Closed, 205), (transport.Breaker, channel.Calls));
        await CallAsync(10, up: false);
        Assert.Equal((BreakerState.Open, 206), (transport.Breaker, channel.Calls));

        // One call looks whether it is back; it is not, and the others are not made.
        await Task.Delay(600);
        await CallAsync(10, up: false);
        Assert.Equal((BreakerState.Open, 207), (transport.Breaker, channel.Calls));
        await Task.Delay(600);
        await CallAsync(2, up: true);
        Assert.Equal((BreakerState.Closed, 209), (transport.Breaker, channel.Calls));
    }

    [Fact]
    public async Task A_fault_says_how_long_to_leave_the_server_alone()
    {
        await using var transport = new ResilientTransport(new FakeChannel((_, _) => throw Fault("Neo.ClientError.Security.AuthenticationRateLimit")), Settings);
        var fault = await Assert.ThrowsAsync<CypherException>(async () => await transport.RunAsync(Statement, AccessMode.Read, [], null, default));
        Assert.Equal(Settings.RateLimitPause, fault.RetryAfter);
        var said = Assert.IsType<StoreFaultException>(Store.Neo4j.CaseDatabase.Translate(fault));
        Assert.Equal((true, Settings.RateLimitPause), (said.IsTransient, said.RetryAfter));
        Assert.False(Assert.IsType<StoreFaultException>(Store.Neo4j.CaseDatabase.Translate(Fault("Neo.ClientError.Transaction.TransactionTimedOut"))).IsTransient);
        Assert.True(Assert.IsType<StoreFaultException>(Store.Neo4j.CaseDatabase.Translate(Fault("Neo.TransientError.Something.New"))).IsTransient);
        Assert.IsType<UnauthorizedAccessException>(Store.Neo4j.CaseDatabase.Translate(Fault("Neo.ClientError.Security.Unauthorized")));
    }

    [Fact]
    public async Task A_call_waits_for_the_breaker_and_goes_through_when_the_server_is_back()
    {
        var channel = new FakeChannel((n, _) => n > 3 ? new CypherSummary(["b"]) : throw Fault(CypherCodes.ConnectionLost));
        await using var transport = new ResilientTransport(channel, new Neo4jSettings(Settings.Address, "loader", "s3cret-word")
        {
            FirstPause = TimeSpan.FromMilliseconds(1),
            BreakerCalls = 2,
            BreakerPause = TimeSpan.FromMilliseconds(500),
        });
        Assert.Equal(["b"], (await transport.RunAsync(Statement, AccessMode.Read, [], null, default)).Bookmarks);
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_given_up_after_the_limit_and_the_grace()
    {
        var channel = new SilentChannel();
        await using var transport = new ResilientTransport(channel, new Neo4jSettings(Settings.Address, "loader", "s3cret-word")
        {
            AttemptsMax = 2,
            FirstPause = TimeSpan.FromMilliseconds(1),
            AnswerGrace = TimeSpan.FromMilliseconds(50),
        });
        var fault = await Assert.ThrowsAsync<CypherException>(async () => await transport.RunAsync(Statement with { Limit = TimeSpan.FromMilliseconds(10) }, AccessMode.Read, [], null, default));
        Assert.Equal((CypherCodes.NoAnswerInTime, 2), (fault.Code, channel.Calls));
    }

    [Fact]
    public async Task Whoever_cancels_is_not_kept()
    {
        using var cancelled = new CancellationTokenSource(50);
        await using var transport = new ResilientTransport(new SilentChannel(), Settings);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await transport.RunAsync(Statement, AccessMode.Read, [], null, cancelled.Token));
    }

    [Fact]
    public void Every_code_has_a_sentence_and_no_sentence_has_a_secret()
    {
        foreach (var code in FaultList.Codes)
        {
            var fault = FaultList.Fault(code, "Said", Statement.ToString(), Settings);
            Assert.StartsWith("Neo4j at http://db.example:7474/neo4j as loader, load/rows.cypher: Said. ", fault.Message, StringComparison.Ordinal);
            Assert.True(fault.Message.Length > 110, $"{code} says nothing of what to do: {fault.Message}");
            Assert.DoesNotContain("s3cret", fault.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("Ivan", fault.ToString(), StringComparison.Ordinal);
        }

        Assert.DoesNotContain("s3cret", Settings.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://user:word@db.example:7474")]
    [InlineData("http://db.example:7474/db/neo4j")]
    [InlineData("http://db.example:7474/?x=1")]
    public void An_address_holds_neither_a_password_nor_a_path(string address) => Assert.Throws<ArgumentException>(() => new Neo4jSettings(new Uri(address), "a", "b"));

    private static CypherException Fault(string code) => FaultList.Fault(code, "Said", "x", Settings);

    private sealed class SilentChannel : ICypherChannel
    {
        public int Calls { get; private set; }

        public async ValueTask<CypherSummary> RunAsync(CypherStatement statement, AccessMode mode, IReadOnlyList<string> bookmarks, TimeSpan limit, IRowSink? rows, CancellationToken ct)
        {
            Calls++;
            await Task.Delay(Timeout.Infinite, ct);
            return new CypherSummary([]);
        }

        public ValueTask<ICypherTransaction> BeginAsync(AccessMode mode, IReadOnlyList<string> bookmarks, TimeSpan limit, CancellationToken ct) => throw new NotSupportedException();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
