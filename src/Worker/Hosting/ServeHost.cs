using FinInvest.Graph.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace FinInvest.Graph.Worker.Hosting;

/// <summary>The hosted worker: the loop over the inbox and three small endpoints, on a console, under systemd or in a container.</summary>
internal sealed class ServeHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly FileStream onlyOne;

    private ServeHost(WebApplication app, FileStream onlyOne)
    {
        this.app = app;
        this.onlyOne = onlyOne;
    }

    /// <summary>Where the endpoints answer, once started; "" = nowhere.</summary>
    public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "";

    /// <summary>True once a file was loaded with rejects, went to quarantine or was given back: the exit code of a run with --once says so.</summary>
    public bool HasRejects => app.Services.GetRequiredService<FileIntake>().HasRejects || app.Services.GetRequiredService<InboxWorker>().HasGivenBack;

    /// <summary>True once the server that keeps the cases has refused the user: nothing more is loaded.</summary>
    public bool IsRefused => app.Services.GetRequiredService<StoreGate>().IsRefused;

    /// <summary>File, then environment, then command line.</summary>
    /// <exception cref="ArgumentException">appsettings.json is no JSON.</exception>
    public static IConfigurationRoot Configuration(string root, IReadOnlyDictionary<string, string?> commandLine)
    {
        try
        {
            return new ConfigurationBuilder()
                .AddJsonFile(Path.Combine(Path.GetFullPath(root), "appsettings.json"), optional: true, reloadOnChange: false)
                .AddEnvironmentVariables("FININVEST_")
                .AddInMemoryCollection(commandLine)
                .Build();
        }
        catch (InvalidDataException e)
        {
            throw new ArgumentException($"appsettings.json in the root cannot be read: {e.InnerException?.Message ?? e.Message}");
        }
    }

    /// <param name="server">What keeps the cases; null = what the options say.</param>
    /// <exception cref="StoreBusyException">Another worker serves this root.</exception>
    /// <exception cref="ArgumentException">The server cannot be spoken to: its address, or no password in the environment.</exception>
    public static ServeHost Build(ServeOptions options, IConfiguration configuration, Action<string>? beforeStep = null, IStoreServer? server = null)
    {
        server ??= options.Store.Length > 0 ? StoreOpener.Server(new Uri(options.Store)) : null;
        var folders = new ServeFolders(options.Root);
        folders.Create();
        var onlyOne = TakeRoot(folders);
        try
        {
            var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = options.Root, ApplicationName = "fininvest" });
            builder.Configuration.AddConfiguration(configuration);
            AddLogging(builder);
            AddWorker(builder.Services, options, folders, beforeStep, server);
            builder.Services.AddSystemd();
            builder.Services.AddRouting();
            builder.Services.AddOpenTelemetry().ConfigureResource(r => r.AddService("fininvest", autoGenerateServiceInstanceId: false)).WithMetrics(m => m.AddMeter("FinInvest.Graph.*").AddPrometheusExporter());
            builder.Services.Configure<HostOptions>(h => h.ShutdownTimeout = TimeSpan.FromSeconds(options.GraceSeconds + 10));
            builder.WebHost.UseKestrelCore().ConfigureKestrel(k =>
            {
                k.AddServerHeader = false;
                k.Limits.MaxRequestBodySize = 0;
                if (options.Endpoint is { } at)
                {
                    k.Listen(at);
                }
            });
            if (options.Endpoint is null)
            {
                builder.Services.AddSingleton<IServer, NoServer>();
            }

            var app = builder.Build();
            Map(app);
            return new ServeHost(app, onlyOne);
        }
        catch
        {
            onlyOne.Dispose();
            throw;
        }
    }

    public Task StartAsync(CancellationToken ct) => app.StartAsync(ct);

    public Task StopAsync() => app.StopAsync(CancellationToken.None);

    /// <summary>Runs until told to stop (signal, or <paramref name="ct"/>) or, with --once, until the inbox is empty.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        await app.StartAsync(ct);
        await app.WaitForShutdownAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await onlyOne.DisposeAsync();
    }

    private static void AddWorker(IServiceCollection services, ServeOptions options, ServeFolders folders, Action<string>? beforeStep, IStoreServer? server)
    {
        services.AddSingleton(options);
        services.AddSingleton(folders);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<WorkerMetrics>();
        services.AddSingleton<Readiness>();
        services.AddSingleton(s => new StoreGate(server, s.GetRequiredService<WorkerMetrics>(), s.GetRequiredService<TimeProvider>(), s.GetRequiredService<ILogger<StoreGate>>()));
        services.AddSingleton<OpenCases>();
        services.AddSingleton(s => new InboxScan(folders, TimeSpan.FromSeconds(options.StableSeconds), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(_ => new FileJournal(folders.Journal));
        services.AddSingleton(s =>
        {
            var gate = s.GetRequiredService<StoreGate>();
            var (metrics, time, log) = (s.GetRequiredService<WorkerMetrics>(), s.GetRequiredService<TimeProvider>(), s.GetRequiredService<ILogger<FileIntake>>());
            var retry = IntakeRetry.Build(options, time, fault =>
            {
                metrics.Retry();
                ServeLog.Retry(log, fault.GetType().Name);
            }, () => gate.IsAway);
            return new FileIntake(folders, s.GetRequiredService<FileJournal>(), s.GetRequiredService<OpenCases>(), retry, metrics, time, log) { BeforeStep = beforeStep };
        });
        services.AddSingleton(s => new QuarantineReturn(folders, s.GetRequiredService<FileJournal>(), s.GetRequiredService<WorkerMetrics>(), s.GetRequiredService<TimeProvider>(), s.GetRequiredService<ILogger<QuarantineReturn>>()));
        services.AddSingleton<InboxWorker>();
        services.AddHostedService(s => s.GetRequiredService<InboxWorker>());
    }

    /// <summary>One JSON line a message on standard error; standard output is for data.</summary>
    private static void AddLogging(WebApplicationBuilder builder)
    {
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging"));
        builder.Logging.AddJsonConsole(c => (c.UseUtcTimestamp, c.TimestampFormat) = (true, "yyyy-MM-ddTHH:mm:ss.fffZ"));
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(c => c.LogToStandardErrorThreshold = LogLevel.Trace);
    }

    private static void Map(WebApplication app)
    {
        app.MapGet("/healthz", () => Results.Text("alive\n"));
        app.MapGet("/readyz", async (Readiness readiness, CancellationToken ct) =>
        {
            var problems = await readiness.ProblemsAsync(ct);
            return Results.Text(problems.Count == 0 ? "ready\n" : string.Join('\n', problems) + "\n", statusCode: problems.Count == 0 ? 200 : 503);
        });
        app.MapPrometheusScrapingEndpoint("/metrics");
    }

    private static FileStream TakeRoot(ServeFolders folders)
    {
        try
        {
            return new FileStream(folders.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new StoreBusyException($"Another worker serves {folders.Root}. One root has one worker.");
        }
    }
}
