using System.Diagnostics.Metrics;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace FinInvest.Graph.Store.Neo4j.Transport.Resilience;

/// <summary>
/// Retry with jitter, around a circuit breaker, around a time-out: Polly's three, in this order, so that each attempt has its own time and an open breaker counts as an attempt that failed at once.
/// The number of attempts ends it whatever the fault.
/// </summary>
internal sealed class CallPipeline
{
    private const int WaitsMax = 2;
    private static readonly ResiliencePropertyKey<TimeSpan> TimeKey = new("time");
    private static readonly ResiliencePropertyKey<int> WaitsKey = new("waits");
    private static readonly ResiliencePropertyKey<int> AttemptsKey = new("attempts");
    private static readonly Meter Meter = new(ResilientTransport.MeterName);
    private static readonly Counter<long> RetryCount = Meter.CreateCounter<long>("fininvest.neo4j.retries", "{attempt}", "Calls of Neo4j that were made again, by code.");
    private readonly Neo4jSettings settings;
    private readonly ResiliencePipeline pipeline;
    private readonly CircuitBreakerStateProvider breaker = new();
    private long retries;
    private int absencesInARow;

    public CallPipeline(Neo4jSettings settings, TimeProvider time)
    {
        this.settings = settings;
        pipeline = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = Math.Max(1, settings.AttemptsMax - 1),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = settings.FirstPause,
                MaxDelay = settings.LongestPause,
                ShouldHandle = a => ValueTask.FromResult(a.AttemptNumber + 1 < a.Context.Properties.GetValue(AttemptsKey, settings.AttemptsMax) && IsWorthAnother(a)),
                DelayGenerator = a => ValueTask.FromResult(Pause(a.Outcome.Exception)),
                OnRetry = a =>
                {
                    Interlocked.Increment(ref retries);
                    RetryCount.Add(1, new KeyValuePair<string, object?>("code", Code(a.Outcome.Exception)));
                    return ValueTask.CompletedTask;
                },
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                // A share of failures in a window would not open for as long as the good calls before them are in it: an absence counts as a failure from so many in a row on, and then one opens.
                FailureRatio = 0,
                MinimumThroughput = 2,
                SamplingDuration = TimeSpan.FromMinutes(10),
                BreakDuration = settings.BreakerPause,
                ShouldHandle = a => ValueTask.FromResult(IsOneTooMany(a.Outcome.Exception)),
                StateProvider = breaker,
            })
            .AddTimeout(new TimeoutStrategyOptions { TimeoutGenerator = a => ValueTask.FromResult(a.Context.Properties.GetValue(TimeKey, settings.StatementLimit)) })
            .Build();
    }

    public BreakerState State => breaker.CircuitState switch { CircuitState.Closed => BreakerState.Closed, CircuitState.HalfOpen => BreakerState.HalfOpen, _ => BreakerState.Open };

    public long Retries => Interlocked.Read(ref retries);

    /// <summary>Makes a call until it goes through, fails for good, or has been tried often enough; then the last fault is thrown with the number of attempts.</summary>
    public async ValueTask<T> CallAsync<T>(string doing, TimeSpan limit, int? attemptsMax, Func<int, CancellationToken, ValueTask<T>> call, CancellationToken ct)
    {
        var context = ResilienceContextPool.Shared.Get(ct);
        context.Properties.Set(TimeKey, limit + settings.AnswerGrace);
        context.Properties.Set(AttemptsKey, attemptsMax ?? settings.AttemptsMax);
        var attempts = 0;
        try
        {
            return await pipeline.ExecuteAsync(async c => await call(attempts++, c.CancellationToken), context);
        }
        catch (TimeoutRejectedException e)
        {
            throw Tried(FaultList.Fault(CypherCodes.NoAnswerInTime, "", doing, settings, e), attempts);
        }
        catch (BrokenCircuitException e)
        {
            throw new CypherException(CypherCodes.CircuitOpen, CypherVerdict.Retry,
                $"Neo4j at {settings}, {doing}: the last calls all failed, so that none is made for {settings.BreakerPause.TotalSeconds:0.#} seconds. {(e.InnerException ?? e).Message}", e) { RetryAfter = e.RetryAfter ?? settings.BreakerPause };
        }
        catch (CypherException e) when (attempts > 1)
        {
            throw Tried(e, attempts);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static CypherException Tried(CypherException e, int attempts) =>
        attempts > 1 ? new CypherException(e.Code, e.Verdict, $"{e.Message} It was tried {attempts} times.", e) { RetryAfter = e.RetryAfter } : e;

    private static bool IsWorthAnother(RetryPredicateArguments<object> a)
    {
        switch (a.Outcome.Exception)
        {
            case CypherException { Verdict: CypherVerdict.Wait }:
                var waits = a.Context.Properties.GetValue(WaitsKey, 0) + 1;
                a.Context.Properties.Set(WaitsKey, waits);
                return waits <= WaitsMax;
            case CypherException { Verdict: CypherVerdict.Retry } or BrokenCircuitException or TimeoutRejectedException:
                return true;
            default:
                return false;
        }
    }

    /// <summary>Nobody answers: the only faults that say something about the next call too. Any answer, a refusal too, begins the count anew.</summary>
    private bool IsOneTooMany(Exception? e)
    {
        if (e is OperationCanceledException)
        {
            return false;
        }

        var isAbsence = e is TimeoutRejectedException or CypherException { Code: CypherCodes.ConnectionLost, Verdict: CypherVerdict.Retry } or CypherException { Code: FaultList.DatabaseUnavailable };
        if (!isAbsence)
        {
            Interlocked.Exchange(ref absencesInARow, 0);
        }

        return isAbsence && Interlocked.Increment(ref absencesInARow) >= settings.BreakerCalls;
    }

    /// <summary>Null = the growing pause.</summary>
    private TimeSpan? Pause(Exception? e) => e switch
    {
        CypherException { Verdict: CypherVerdict.Wait } => settings.RateLimitPause,
        BrokenCircuitException { RetryAfter: { } after } => after + settings.FirstPause,
        _ => null,
    };

    private static string Code(Exception? e) => e switch
    {
        CypherException c => c.Code,
        TimeoutRejectedException => CypherCodes.NoAnswerInTime,
        _ => CypherCodes.CircuitOpen,
    };
}
