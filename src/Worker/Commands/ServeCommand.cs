using System.CommandLine;
using FinInvest.Graph.Worker.Hosting;

namespace FinInvest.Graph.Worker.Commands;

/// <summary>fininvest serve: the hosted worker over an inbox.</summary>
internal static class ServeCommand
{
    public static Command Build()
    {
        var root = new Option<string>("--root") { Description = "The folder with inbox/<case>/<sender>/, done, quarantine and cases.", DefaultValueFactory = _ => Environment.GetEnvironmentVariable("FININVEST_ROOT") ?? "." };
        var listen = new Option<string?>("--listen") { Description = "Address and port of /healthz, /readyz and /metrics, or none (127.0.0.1:8787)." };
        var set = new Option<string[]>("--set") { Description = "A setting, such as StableSeconds=5; docs/operations.md lists them.", AllowMultipleArgumentsPerToken = true };
        var once = new Option<bool>("--once") { Description = "Stop when the inbox is empty." };
        var command = new Command("serve", """
            Watch an inbox and load what arrives, with a receipt for every file.
            Example: fininvest serve --root my-unit        (put files into my-unit/inbox/CASE/SENDER/)
            """) { root, listen, set, once };
        command.SetAction((r, ct) => CommandRun.GuardAsync(async () =>
        {
            var folder = r.GetRequiredValue(root);
            var configuration = ServeHost.Configuration(folder, Settings(r.GetValue(set) ?? [], r.GetValue(listen)));
            await using var host = ServeHost.Build(ServeOptions.Read(configuration, folder, r.GetValue(once)), configuration);
            await host.RunAsync(ct);
            return host.IsRefused ? ExitCodes.Fault : r.GetValue(once) && host.HasRejects ? ExitCodes.LoadedWithRejects : ExitCodes.Done;
        }));
        return command;
    }

    private static Dictionary<string, string?> Settings(IEnumerable<string> set, string? listen)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var s in set)
        {
            var at = s.IndexOf('=', StringComparison.Ordinal);
            settings[ServeOptions.Section + ":" + (at > 0 ? s[..at] : throw new ArgumentException($"--set '{s}' is no setting: type NAME=VALUE, such as StableSeconds=5."))] = s[(at + 1)..];
        }

        if (listen is not null)
        {
            settings[ServeOptions.Section + ":" + nameof(ServeOptions.Listen)] = listen;
        }

        return settings;
    }
}
