namespace FinInvest.Graph.Tests.RealData;

/// <summary>Loads a case at the first test of a class that asks for it and keeps it for the others.</summary>
public sealed class LoadedOnce : IAsyncDisposable
{
    private Task<LoadedCase>? loading;

    internal Task<LoadedCase> Of(Func<Task<LoadedCase>> load) => loading ??= load();

    public async ValueTask DisposeAsync()
    {
        if (loading is { IsCompletedSuccessfully: true })
        {
            await (await loading).DisposeAsync();
        }
    }
}
