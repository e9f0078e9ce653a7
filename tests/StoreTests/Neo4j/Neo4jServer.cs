using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using FinInvest.Graph.Store.Neo4j.Bolt;
using FinInvest.Graph.Store.Neo4j.Transport;
using Xunit;

namespace FinInvest.Graph.StoreTests.Neo4j;

/// <summary>
/// The one Neo4j server of a test run: the one at NEO4J_URI (with NEO4J_USER, NEO4J_PASSWORD) when that is set, else one that is started in a passing folder and stopped at the end.
/// Where there is neither, the tests that need it are skipped, and fail where CI=true.
/// </summary>
public sealed class Neo4jServer : IAsyncDisposable
{
    private const string HowTo = "These tests need a Neo4j server (5.26): start one that holds nothing you need, set NEO4J_URI=http://127.0.0.1:7474, NEO4J_USER and NEO4J_PASSWORD, and run them again.";
    private const string OwnPassword = "fininvest-test";
    private readonly SemaphoreSlim once = new(1);
    private string? starter;
    private string home = "";
    private int boltPort;
    private int httpPort;
    private Process? keeper;
    private bool isReady;
    private readonly string configuration = "";

    public Neo4jServer()
    {
    }

    private Neo4jServer(string home, string configuration)
    {
        (this.home, this.configuration) = (home, configuration);
    }

    /// <summary>Another server, in a folder that must not exist yet, for what the one of the test run would not survive. Skips the test where there is none to start.</summary>
    /// <param name="configuration">Further lines of neo4j.conf.</param>
    public static Neo4jServer In(string home, string configuration) => new(home, configuration);

    /// <summary>This run started it, so that tests may kill it and start it again.</summary>
    public bool IsOwn => Given("NEO4J_URI") is null;

    /// <summary>Where it is. The first call starts it; without a server the test is skipped (fails where CI=true).</summary>
    public async ValueTask<Neo4jSettings> SettingsAsync()
    {
        await once.WaitAsync();
        try
        {
            if (!isReady)
            {
                await StartFirstAsync();
                isReady = true;
            }
        }
        finally
        {
            once.Release();
        }

        return IsOwn ? new Neo4jSettings(new Uri($"http://127.0.0.1:{httpPort}"), "neo4j", OwnPassword)
            : new Neo4jSettings(new Uri(Given("NEO4J_URI")!), Given("NEO4J_USER") ?? "neo4j", Given("NEO4J_PASSWORD") ?? "");
    }

    /// <summary>Its Bolt address.</summary>
    public async ValueTask<Uri> BoltAddressAsync()
    {
        _ = await SettingsAsync();
        return new Uri(IsOwn ? $"bolt://127.0.0.1:{boltPort}" : Given("NEO4J_BOLT_URI") ?? "bolt://127.0.0.1:7687");
    }

    /// <summary>A transport to it: over HTTP, or over Bolt where FININVEST_NEO4J_TRANSPORT=bolt and the tests were built with -p:Neo4jDriver=true.</summary>
    public async ValueTask<ICypherTransport> OpenAsync()
    {
        var settings = await SettingsAsync();
        return Neo4jTransports.Open(Given("FININVEST_NEO4J_TRANSPORT") == "bolt" ? new Neo4jSettings(await BoltAddressAsync(), settings.User, IsOwn ? OwnPassword : Given("NEO4J_PASSWORD") ?? "") : settings);
    }

    /// <summary>kill -9. Skips the test where the server is not our own.</summary>
    public async ValueTask KillAsync()
    {
        await OwnAsync();
        await RunAsync("stop", "KILL");
    }

    /// <summary>Starts it again on the same data.</summary>
    /// <param name="configuration">Further lines of neo4j.conf, for this start alone.</param>
    public async ValueTask StartAgainAsync(string configuration = "")
    {
        await OwnAsync();
        await RunAsync("start", boltPort.ToString(CultureInfo.InvariantCulture), httpPort.ToString(CultureInfo.InvariantCulture), $"{this.configuration}\n{configuration}");
    }

    /// <summary>Skips the test unless this run started the server.</summary>
    public async ValueTask OwnAsync()
    {
        Assert.SkipUnless(IsOwn, "The server at NEO4J_URI is not ours to kill.");
        await SettingsAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (keeper is { } process)
        {
            process.StandardInput.Close();
            await process.WaitForExitAsync();
            process.Dispose();
        }

        once.Dispose();
    }

    private async ValueTask StartFirstAsync()
    {
        if (!IsOwn)
        {
            return;
        }

        starter = Starter();
        if (starter is null && Given("CI") == "true")
        {
            Assert.Fail(HowTo);
        }

        Assert.SkipWhen(starter is null, HowTo);
        home = home.Length > 0 ? Directory.CreateDirectory(home).FullName : Directory.CreateTempSubdirectory("fininvest-neo4j-").FullName;
        (boltPort, httpPort) = (FreePort(), FreePort());

        // The keeper ends the server and its folder when this process is gone, however that came.
        var start = new ProcessStartInfo("bash") { RedirectStandardInput = true, ArgumentList = { "-c", "cat > /dev/null; \"$0/stop\" \"$1\" 2> /dev/null; rm -rf \"$1\"", starter!, home } };
        keeper = Process.Start(start) ?? throw new InvalidOperationException("bash did not start.");
        await RunAsync("start", boltPort.ToString(CultureInfo.InvariantCulture), httpPort.ToString(CultureInfo.InvariantCulture), configuration);
    }

    /// <param name="words">For start: the ports and further lines of configuration; for stop: KILL or nothing.</param>
    private async ValueTask RunAsync(string command, params string[] words)
    {
        // Into a file, not a pipe: the server inherits the output and would keep a pipe open for as long as it lives.
        var said = Path.Combine(home, command + ".txt");
        var start = new ProcessStartInfo("bash") { ArgumentList = { "-c", "\"$0\" \"${@:2}\" > \"$1\" 2>&1 < /dev/null", Path.Combine(starter!, command), said, home } };
        foreach (var word in command == "start" ? words[..2] : words)
        {
            start.ArgumentList.Add(word);
        }

        start.Environment["NEO4J_PASSWORD"] = OwnPassword;
        start.Environment["NEO4J_HEAP"] = "768m";
        start.Environment["NEO4J_PAGECACHE"] = "128m";
        start.Environment["NEO4J_EXTRA"] = command == "start" ? words[2] : "";
        using var process = Process.Start(start) ?? throw new InvalidOperationException("bash did not start.");
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{command} of the Neo4j server ended with {process.ExitCode}: {await File.ReadAllTextAsync(said)}");
        }
    }

    private static string? Starter()
    {
        if (OperatingSystem.IsWindows())
        {
            return null;
        }

        if (Given("FININVEST_SHARED") is { } named)
        {
            return File.Exists(Path.Combine(named, "neo4j", "start")) ? Path.Combine(named, "neo4j") : null;
        }

        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var folder = Path.Combine(at.FullName, "shared", "neo4j");
            if (File.Exists(Path.Combine(folder, "start")))
            {
                return folder;
            }
        }

        return null;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string? Given(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;
}
