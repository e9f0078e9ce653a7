using FinInvest.Graph.Store;
using Polly;
using Polly.Retry;

namespace FinInvest.Graph.Worker.Hosting;

/// <summary>Which faults pass by themselves, and how they are waited for: exponentially, with jitter, a stated number of times.</summary>
internal static class IntakeRetry
{
    private static readonly TimeSpan DelayMax = TimeSpan.FromSeconds(30);

    public static ResiliencePipeline Build(ServeOptions options, TimeProvider time, Action<Exception> onRetry) =>
        new ResiliencePipelineBuilder { TimeProvider = time }.AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is { } e && IsTransient(e)),
            MaxRetryAttempts = options.Retries,
            Delay = TimeSpan.FromSeconds(options.RetrySeconds),
            MaxDelay = DelayMax,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            OnRetry = args =>
            {
                onRetry(args.Outcome.Exception!);
                return ValueTask.CompletedTask;
            },
        }).Build();

    /// <summary>Another writer, or a disk or network folder that does not answer at this moment.</summary>
    public static bool IsTransient(Exception e) => e is StoreBusyException or IOException and not (FileNotFoundException or DirectoryNotFoundException);

    /// <summary>Not the file's fault: it waits in the inbox until a person has mended what stands around it.</summary>
    public static bool IsOfTheSurroundings(Exception e) => IsTransient(e) || e is UnauthorizedAccessException or StoreVersionException or InvalidDataException or FileNotFoundException or DirectoryNotFoundException;
}
