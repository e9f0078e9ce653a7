using FinInvest.Graph.Store;
using Polly;
using Polly.Retry;

namespace FinInvest.Graph.Worker.Hosting;

/// <summary>Which faults pass by themselves, and how they are waited for: exponentially, with jitter, a stated number of times.</summary>
internal static class IntakeRetry
{
    private static readonly TimeSpan DelayMax = TimeSpan.FromSeconds(30);

    /// <param name="isAway">The store is not reached at all: then the file is put down until it is back, instead of being tried.</param>
    public static ResiliencePipeline Build(ServeOptions options, TimeProvider time, Action<Exception> onRetry, Func<bool> isAway) =>
        new ResiliencePipelineBuilder { TimeProvider = time }.AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is { } e && IsTransient(e) && !isAway()),
            MaxRetryAttempts = options.Retries,
            Delay = TimeSpan.FromSeconds(options.RetrySeconds),
            MaxDelay = DelayMax,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            DelayGenerator = args => ValueTask.FromResult(args.Outcome.Exception is StoreFaultException { RetryAfter: { } pause } ? pause + TimeSpan.FromSeconds(options.RetrySeconds) : (TimeSpan?)null),
            OnRetry = args =>
            {
                onRetry(args.Outcome.Exception!);
                return ValueTask.CompletedTask;
            },
        }).Build();

    /// <summary>Another writer, a store that says that its fault may pass, or a disk or network folder that does not answer at this moment.</summary>
    public static bool IsTransient(Exception e) => e is StoreFaultException fault ? fault.IsTransient : e is StoreBusyException or IOException and not (FileNotFoundException or DirectoryNotFoundException);

    /// <summary>Not the file's fault: it waits in the inbox until a person has mended what stands around it.</summary>
    public static bool IsOfTheSurroundings(Exception e) => IsTransient(e) || e is StoreFaultException or UnauthorizedAccessException or StoreVersionException or InvalidDataException or FileNotFoundException or DirectoryNotFoundException;
}
