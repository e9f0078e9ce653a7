using System.Diagnostics.Metrics;
using FinInvest.Graph.Store;

namespace FinInvest.Graph.Worker.Hosting;

/// <summary>What the worker counts; /metrics shows it. No label names a case, a sender or a file.</summary>
internal sealed class WorkerMetrics : IDisposable
{
    public const string MeterName = "FinInvest.Graph.Worker";
    private static readonly double[] Bounds = [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100, 300, 1_000];
    private readonly Meter meter = new(MeterName);
    private readonly Counter<long> files;
    private readonly Counter<long> rows;
    private readonly Counter<long> facts;
    private readonly Counter<long> rejects;
    private readonly Counter<long> retries;
    private readonly Histogram<double> seconds;
    private int waiting;
    private Func<BreakerState>? breaker;

    public WorkerMetrics()
    {
        files = meter.CreateCounter<long>("fininvest.files", null, "Files by outcome: loaded, duplicate, quarantined, requeued, put_off, given_back.");
        rows = meter.CreateCounter<long>("fininvest.rows", null, "Rows of statements and extracts loaded.");
        facts = meter.CreateCounter<long>("fininvest.facts", null, "Facts loaded.");
        rejects = meter.CreateCounter<long>("fininvest.rejects", null, "Rows rejected, by code.");
        retries = meter.CreateCounter<long>("fininvest.retries", null, "Repetitions of what may pass by itself.");
        seconds = meter.CreateHistogram("fininvest.file.duration", "s", "Seconds a file took from taken to filed.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = Bounds });
        meter.CreateObservableGauge("fininvest.store.breaker", () => breaker is { } state ? [new Measurement<int>((int)state())] : Array.Empty<Measurement<int>>(), null,
            "Circuit breaker in front of the server that keeps the cases: 0 closed, 1 half-open, 2 open.");
        meter.CreateObservableGauge("fininvest.queue", () => Volatile.Read(ref waiting), null, "Files in the inbox at the last look.");
    }

    public void Breaker(Func<BreakerState> state) => breaker = state;
    public void Waiting(int count) => Volatile.Write(ref waiting, count);
    public void File(string outcome) => files.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
    public void Retry() => retries.Add(1);
    public void Took(TimeSpan span) => seconds.Record(span.TotalSeconds);

    public void Loaded(long postings, long factCount)
    {
        rows.Add(postings);
        facts.Add(factCount);
    }

    public void Rejected(string code, long count) => rejects.Add(count, new KeyValuePair<string, object?>("code", code));
    public void Dispose() => meter.Dispose();
}
