using Xunit;

namespace FinInvest.Graph.Tests.House;

public class CypherTests
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
    public void Every_file_has_its_use_in_the_store()
    {
        var sources = string.Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Store.Neo4j"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        var names = Directory.EnumerateFiles(Folder, "*.cypher", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Folder, f).Replace('\\', '/')[..^".cypher".Length])
            .Where(n => !int.TryParse(n.Split('/')[1], out _));
        Assert.DoesNotContain(names, n => !sources.Contains($"\"{n}\"", StringComparison.Ordinal));
    }
}
