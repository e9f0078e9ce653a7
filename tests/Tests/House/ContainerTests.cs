using System.Text.RegularExpressions;
using FinInvest.Graph.Worker.Hosting;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace FinInvest.Graph.Tests.House;

/// <summary>Dockerfile and compose.yaml name what the program and the repository have: no engine runs them here, so their words are held to it.</summary>
public sealed partial class ContainerTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("fininvest-container-").FullName;

    [Theory]
    [InlineData("Dockerfile")]
    [InlineData("compose.yaml")]
    public void Every_setting_of_the_worker_is_one_it_knows_and_takes(string file)
    {
        var settings = Setting().Matches(Repository.Text(file)).Select(m => (Name: m.Groups[1].Value, Value: m.Groups[2].Value)).ToList();
        Assert.NotEmpty(settings);
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create($"{ServeOptions.Section}:{s.Name}", (string?)s.Value))).Build();
        Assert.Equal(root, ServeOptions.Read(configuration, root, once: false).Root);
    }

    [Theory]
    [InlineData("Dockerfile")]
    [InlineData("compose.yaml")]
    public void Every_other_variable_is_read_by_the_program(string file)
    {
        var program = string.Concat(Repository.Sources("src/Worker").Select(Repository.Text));
        var variables = Variable().Matches(Repository.Text(file)).Select(m => m.Groups[1].Value).Where(v => !v.StartsWith("FININVEST_SERVE__", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(variables);
        Assert.All(variables, v => Assert.Contains($"\"{v}\"", program, StringComparison.Ordinal));
    }

    [Fact]
    public void The_image_is_built_from_paths_that_are_there_and_holds_no_secret()
    {
        var allowed = Repository.Text(".dockerignore").Split('\n').Where(l => l.StartsWith('!')).Select(l => l[1..]).ToList();
        Assert.All(allowed, p => Assert.True(File.Exists(Path.Combine(Repository.Root, p)) || Directory.Exists(Path.Combine(Repository.Root, p)), p + " is not there."));
        Assert.DoesNotContain(allowed, p => p.Contains("secrets", StringComparison.Ordinal));
        Assert.DoesNotMatch("(?i)password[^_]*[:=] *[^/ ]", Repository.Text("Dockerfile"));
    }

    [Fact]
    public void A_password_reaches_a_container_as_a_file_alone()
    {
        var compose = Repository.Text("compose.yaml");
        Assert.Contains("NEO4J_PASSWORD_FILE: /run/secrets/", compose, StringComparison.Ordinal);
        Assert.Contains("NEO4J_AUTH_FILE: /run/secrets/", compose, StringComparison.Ordinal);
        Assert.DoesNotMatch("NEO4J_(PASSWORD|AUTH):", compose);
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    [GeneratedRegex(@"FININVEST_SERVE__([A-Z]+)\s*[=:]\s*([^\s\\]+)")]
    private static partial Regex Setting();

    /// <summary>Variables of the worker; those of the server's image (NEO4J_AUTH_FILE, NEO4J_server_..., NEO4J_dbms_...) are Neo4j's own.</summary>
    [GeneratedRegex(@"\b(FININVEST_[A-Z_]+|NEO4J_(?!AUTH)[A-Z_]+)\s*[=:]")]
    private static partial Regex Variable();
}
