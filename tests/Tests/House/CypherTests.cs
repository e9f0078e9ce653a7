using System.Text.RegularExpressions;
using Xunit;

namespace FinInvest.Graph.Tests.House;

public partial class CypherTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "cypher");

    [Fact]
    public void Every_statement_outside_the_schema_is_asked_within_one_case()
    {
        var files = Directory.EnumerateFiles(Folder, "*.cypher", SearchOption.AllDirectories).Where(f => Path.GetFileName(Path.GetDirectoryName(f)) != "schema").ToList();
        Assert.NotEmpty(files);
        Assert.DoesNotContain(files, f => !File.ReadLines(f).Any(l => !l.StartsWith("//", StringComparison.Ordinal) && l.Contains("$case", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_file_has_its_use_in_the_store_or_for_a_person()
    {
        var sources = string.Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Store.Neo4j"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        Assert.DoesNotContain(Names(), n => !n.StartsWith("query/", StringComparison.Ordinal) && !int.TryParse(n.Split('/')[1], out _) && !sources.Contains($"\"{n}\"", StringComparison.Ordinal));
        var page = Repository.Text("docs/neo4j.md");
        Assert.DoesNotContain(Names(), n => n.StartsWith("query/", StringComparison.Ordinal) && !page.Contains($"`{n}.cypher`", StringComparison.Ordinal));
    }

    [Fact]
    public void A_saved_query_says_what_it_answers_and_names_its_parameters()
    {
        var queries = Names().Where(n => n.StartsWith("query/", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(queries);
        foreach (var name in queries)
        {
            var lines = File.ReadAllLines(Path.Combine(Folder, name + ".cypher"));
            var head = lines.TakeWhile(l => l.StartsWith("//", StringComparison.Ordinal)).ToList();
            var asked = Parameter().Matches(string.Join('\n', lines.Skip(head.Count))).Select(m => m.Value).Distinct();
            Assert.True(head.Count >= 3 && head[1].StartsWith("// Parameters: ", StringComparison.Ordinal) && head[2].StartsWith("// Answers: ", StringComparison.Ordinal), $"{name} says what it answers in its first lines");
            Assert.Empty(asked.Except(Parameter().Matches(head[1]).Select(m => m.Value)));
        }
    }

    private static IEnumerable<string> Names() =>
        Directory.EnumerateFiles(Folder, "*.cypher", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Folder, f).Replace('\\', '/')[..^".cypher".Length]);

    [GeneratedRegex(@"\$\w+")]
    private static partial Regex Parameter();
}
