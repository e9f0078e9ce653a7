using System.Globalization;
using System.Net;
using FinInvest.Graph.Store.Neo4j;
using FinInvest.Graph.Store.Neo4j.Bolt;
using Microsoft.Extensions.Configuration;

namespace FinInvest.Graph.Worker.Hosting;

/// <summary>
/// Settings of `fininvest serve`. Each may stand in appsettings.json of the root ({"Serve": {"StableSeconds": 5}}), in the environment
/// (FININVEST_SERVE__STABLESECONDS=5) or on the command line (--set StableSeconds=5); the later of these wins.
/// </summary>
public sealed record ServeOptions
{
    public const string Section = "Serve";

    private static readonly string[] Names =
        [nameof(Listen), nameof(StableSeconds), nameof(ScanSeconds), nameof(Retries), nameof(RetrySeconds), nameof(RetryLaterSeconds), nameof(PutOffs), nameof(DiskFreeMegabytes), nameof(GraceSeconds),
            nameof(Store), nameof(Vault)];

    /// <summary>The folder that holds inbox, done, quarantine and cases.</summary>
    public required string Root { get; init; }

    /// <summary>Address and port of the endpoints; port 0 = any free one; "none" = no endpoints.</summary>
    public string Listen { get; init; } = "127.0.0.1:8787";

    /// <summary>How long a file's size and time must not change before it is taken.</summary>
    public double StableSeconds { get; init; } = 5;

    /// <summary>Time between two looks at the inbox.</summary>
    public double ScanSeconds { get; init; } = 2;

    /// <summary>Repetitions of what may pass by itself (a case being written to, a disk that fails) before the file is put off.</summary>
    public int Retries { get; init; } = 5;

    /// <summary>First wait before a repetition; it doubles, with jitter.</summary>
    public double RetrySeconds { get; init; } = 1;

    /// <summary>How long a file is put off when the repetitions are used up.</summary>
    public double RetryLaterSeconds { get; init; } = 60;

    /// <summary>How often a file is put off before it is given back with a note.</summary>
    public int PutOffs { get; init; } = 60;

    /// <summary>Below this much free disk the worker is not ready and takes no file.</summary>
    public int DiskFreeMegabytes { get; init; } = 512;

    /// <summary>How long the file in hand may take to finish when the worker is told to stop; then it is given back.</summary>
    public double GraceSeconds { get; init; } = 20;

    /// <summary>The server that keeps the cases, such as http://host:7474; "" = a workspace each, under the root.</summary>
    public string Store { get; init; } = "";

    /// <summary>Folder or share with the raw files of cases on a server, one folder a case; "" = vault under the root.</summary>
    public string Vault { get; init; } = "";

    /// <summary>Stop when the inbox is empty instead of waiting for more.</summary>
    public bool Once { get; init; }

    /// <summary>Where the endpoints listen; null = nowhere.</summary>
    internal IPEndPoint? Endpoint => Listen == "none" ? null : IPEndPoint.Parse(Listen);

    /// <exception cref="ArgumentException">A setting is wrong or unknown; the message names each with what it may be.</exception>
    public static ServeOptions Read(IConfiguration configuration, string root, bool once)
    {
        var section = configuration.GetSection(Section);
        var problems = section.GetChildren().Where(c => !Names.Contains(c.Key, StringComparer.OrdinalIgnoreCase))
            .Select(c => $"{Section}:{c.Key} is no setting. Known are: {string.Join(", ", Names)}.").ToList();
        var standard = new ServeOptions { Root = root };
        var options = new ServeOptions
        {
            Root = Path.GetFullPath(root),
            Once = once,
            Store = Server(section, problems),
            Vault = section[nameof(Vault)] ?? "",
            Listen = Address(section, standard.Listen, problems),
            StableSeconds = Number(section, nameof(StableSeconds), standard.StableSeconds, 0.01, 3_600, problems),
            ScanSeconds = Number(section, nameof(ScanSeconds), standard.ScanSeconds, 0.01, 3_600, problems),
            Retries = (int)Whole(section, nameof(Retries), standard.Retries, 1, 100, problems),
            RetrySeconds = Number(section, nameof(RetrySeconds), standard.RetrySeconds, 0.001, 300, problems),
            RetryLaterSeconds = Number(section, nameof(RetryLaterSeconds), standard.RetryLaterSeconds, 0.01, 86_400, problems),
            PutOffs = (int)Whole(section, nameof(PutOffs), standard.PutOffs, 0, 100_000, problems),
            DiskFreeMegabytes = (int)Whole(section, nameof(DiskFreeMegabytes), standard.DiskFreeMegabytes, 0, 1 << 24, problems),
            GraceSeconds = Number(section, nameof(GraceSeconds), standard.GraceSeconds, 0, 3_600, problems),
        };
        if (!Directory.Exists(options.Root))
        {
            problems.Add($"--root: there is no folder '{root}'. Make it, with inbox/<case>/<sender>/ in it.");
        }

        return problems.Count == 0 ? options : throw new ArgumentException(string.Join(Environment.NewLine, problems));
    }

    private static string Server(IConfigurationSection section, List<string> problems)
    {
        var text = (section[nameof(Store)] ?? "").TrimEnd('/');
        try
        {
            if (text.Length == 0)
            {
                return "";
            }

            var server = CaseAddress.Parse(text + "/CASE").Server;
            return Neo4jTransports.Problem(server) is { Length: > 0 } problem ? throw new ArgumentException(problem) : server.GetLeftPart(UriPartial.Authority);
        }
        catch (ArgumentException e)
        {
            problems.Add($"{Section}:{nameof(Store)}: state a server such as http://host:7474, or nothing. {e.Message}");
            return "";
        }
    }

    private static string Address(IConfigurationSection section, string standard, List<string> problems)
    {
        var text = section[nameof(Listen)] ?? standard;
        if (text != "none" && !(text.Contains(':', StringComparison.Ordinal) && IPEndPoint.TryParse(text, out _)))
        {
            problems.Add($"{Section}:{nameof(Listen)} is '{text}', which is no address: state an IP address and a port such as 127.0.0.1:8787, or none.");
        }

        return text;
    }

    private static double Whole(IConfigurationSection section, string name, double standard, double least, double most, List<string> problems)
    {
        var number = Number(section, name, standard, least, most, problems);
        if (number != Math.Floor(number))
        {
            problems.Add($"{Section}:{name} is '{section[name]}': state a whole number.");
        }

        return number;
    }

    private static double Number(IConfigurationSection section, string name, double standard, double least, double most, List<string> problems)
    {
        if (section[name] is not { } text)
        {
            return standard;
        }

        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        problems.Add(string.Create(CultureInfo.InvariantCulture, $"{Section}:{name} is '{text}': state a number from {least} to {most} such as {standard}."));
        return standard;
    }
}
