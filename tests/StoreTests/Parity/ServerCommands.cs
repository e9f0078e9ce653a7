using System.Diagnostics;
using FinInvest.Graph.Store.Neo4j.Transport;

namespace FinInvest.Graph.StoreTests.Parity;

/// <summary>The executable as a person starts it on a case of the test server: arguments in; exit code, standard output and standard error out.</summary>
/// <param name="folder">Where vault and cache lie.</param>
internal sealed class ServerCommands(Neo4jSettings server, string folder)
{
    /// <summary>The address of a case.</summary>
    public string Address(string name) => server.Address.GetLeftPart(UriPartial.Authority) + "/" + name;

    public async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Path.Combine(AppContext.BaseDirectory, "fininvest.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["NEO4J_USER"] = server.User;
        start.Environment["NEO4J_PASSWORD"] = server.Password;
        start.Environment["FININVEST_VAULT"] = Path.Combine(folder, "vault");
        start.Environment["FININVEST_CACHE"] = Path.Combine(folder, "cache");
        using var process = Process.Start(start) ?? throw new InvalidOperationException("fininvest did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
