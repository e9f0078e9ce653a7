using System.Xml.Linq;
using Xunit;

namespace FinInvest.Graph.Tests.House;

/// <summary>The walls of the house: which project may see which, and which packages stand where.</summary>
public class ProjectWallTests
{
    private sealed record Wall(string Project, string[] References, string[] Packages);

    private static readonly string[] Stages = ["Ingest", "Reconcile", "Trace", "Assess", "Present"];

    private static readonly Wall[] Walls =
    [
        new("Model", [], []),
        new("Network", [], []),
        new("Ingest", ["Model"], []),
        new("Store", ["Model"], []),
        new("Store.Embedded", ["Model", "Store"], ["Microsoft.Data.Sqlite.Core", "SQLitePCLRaw.bundle_e_sqlite3"]),
        new("Store.Neo4j", ["Model", "Store"], ["Polly"]),
        new("Store.Neo4j.Bolt", ["Store.Neo4j"], ["Neo4j.Driver"]),
        new("Reconcile", ["Model", "Network"], ["FuzzySharp", "Raffinert.FuzzySharp"]),
        new("Trace", ["Model", "Network"], ["QuikGraph"]),
        new("Assess", ["Model", "Network"], []),
        new("Present", ["Model"], ["PdfSharp", "MigraDoc", "ClosedXML"]),
        new("Casework", ["Model", "Network", "Store", .. Stages], []),
        new("Worker", ["Model", "Network", "Store", "Store.Embedded", "Store.Neo4j", "Store.Neo4j.Bolt", "Casework", .. Stages],
            ["Microsoft.Extensions.Hosting", "Microsoft.Extensions.Hosting.Systemd", "System.CommandLine", "Spectre.Console", "OpenTelemetry.Extensions.Hosting",
                "OpenTelemetry.Exporter.OpenTelemetryProtocol", "OpenTelemetry.Exporter.Prometheus.AspNetCore", "Polly"]),
    ];

    [Fact]
    public void Every_project_in_src_has_a_wall()
    {
        var known = Walls.Select(w => w.Project).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(Projects().Where(p => !known.Contains(p.Folder)).Select(p => p.Path));
    }

    [Fact]
    public void A_project_references_only_what_its_wall_allows()
    {
        var broken = from p in Projects()
                     let wall = Walls.Single(w => w.Project == p.Folder)
                     from r in p.References
                     where !wall.References.Contains(r)
                     select $"{p.Folder} must not reference {r}";
        Assert.Empty(broken);
    }

    [Fact]
    public void A_project_has_only_the_packages_its_wall_allows()
    {
        var broken = from p in Projects()
                     let wall = Walls.Single(w => w.Project == p.Folder)
                     from r in p.Packages
                     where !wall.Packages.Contains(r)
                     select $"{p.Folder} must not use the package {r}";
        Assert.Empty(broken);
    }

    [Fact]
    public void A_stage_never_names_another_stage_in_its_sources()
    {
        var broken = from stage in Stages
                     from file in Repository.Sources("src/" + stage)
                     let text = Repository.Text(file)
                     from other in Stages
                     where other != stage && text.Contains("FinInvest.Graph." + other, StringComparison.Ordinal)
                     select $"{file} names {other}";
        Assert.Empty(broken);
    }

    [Fact]
    public void Folder_is_short_and_assembly_is_whole()
    {
        Assert.Empty(Projects().Where(p => p.Path != $"src/{p.Folder}/FinInvest.Graph.{p.Folder}.csproj").Select(p => p.Path));
    }

    [Fact]
    public void Package_versions_stand_in_one_place()
    {
        var broken = from file in Repository.Files("", "*.csproj")
                     from p in XDocument.Parse(Repository.Text(file)).Descendants("PackageReference")
                     where p.Attribute("Version") is not null || p.Attribute("VersionOverride") is not null
                     select $"{file}: {p.Attribute("Include")?.Value}";
        Assert.Empty(broken);
    }

    private sealed record Project(string Path, string Folder, IReadOnlyList<string> References, IReadOnlyList<string> Packages);

    private static IEnumerable<Project> Projects() =>
        from file in Repository.Files("src", "*.csproj")
        let xml = XDocument.Parse(Repository.Text(file))
        select new Project(file, file.Split('/')[1],
            [.. xml.Descendants("ProjectReference").Select(r => r.Attribute("Include")!.Value.Replace('\\', '/').Split('/')[^2])],
            [.. xml.Descendants("PackageReference").Select(r => r.Attribute("Include")!.Value)]);
}
