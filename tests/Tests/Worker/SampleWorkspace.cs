using Xunit;

namespace FinInvest.Graph.Tests.Worker;

/// <summary>The sample case, loaded once by the command line, for tests that only ask.</summary>
public sealed class SampleWorkspace : IAsyncLifetime
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("fininvest-cli-").FullName;

    public async ValueTask InitializeAsync() => Assert.Equal(0, (await CommandLine.RunAsync("load", CommandLine.SampleInput, "-w", Folder)).Code);

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
