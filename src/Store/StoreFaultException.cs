namespace FinInvest.Graph.Store;

/// <summary>A store on a server could not do what it was asked to; the message tells a person what to do and holds no secret. Nothing of the step was kept, or the same step again does no harm.</summary>
/// <param name="isTransient">The same again may go through; else it fails the same way until a person has mended something.</param>
/// <param name="retryAfter">How long the server is to be left alone before; null = it does not say.</param>
public sealed class StoreFaultException(string message, bool isTransient, TimeSpan? retryAfter = null, Exception? cause = null) : IOException(message, cause)
{
    /// <summary>Whether the same again may go through.</summary>
    public bool IsTransient => isTransient;

    /// <summary>How long the server is to be left alone before the next call; null = it does not say.</summary>
    public TimeSpan? RetryAfter => retryAfter;
}
