using FinInvest.Graph.Store.Neo4j;
using FinInvest.Graph.Store.Neo4j.Transport;
using FinInvest.Graph.StoreTests.Kill;
using Xunit;

namespace FinInvest.Graph.StoreTests.Neo4j.Publishing;

/// <summary>How the server will go about each statement, on a database that holds a case.</summary>
[Collection(ProcessesCollection.Name)]
public class PlanTests(PublishedSample sample) : IClassFixture<PublishedSample>
{
    [Fact]
    public async Task No_statement_looks_at_all_nodes_where_there_is_an_index_and_no_load_is_held_back()
    {
        var files = CypherFile.Names.Where(n => !n.StartsWith("schema/", StringComparison.Ordinal)).ToList();
        Assert.True(files.Count > 40, $"{files.Count} files");
        var found = new List<string>();
        foreach (var file in files)
        {
            found.AddRange(Faults(file, CypherFile.Text(file), await OperatorsAsync(CypherFile.Text(file))));
        }

        Assert.Empty(found);
    }

    [Theory]
    [InlineData("load/x.cypher", "MATCH (n) WHERE n.case = $case RETURN n.x", "AllNodesScan")]
    [InlineData("query/x.cypher", "MATCH (t:Transaction) WHERE t.text CONTAINS $case RETURN t.row", "NodeByLabelScan")]
    [InlineData("query/x.cypher", "MATCH ()-[t:TRANSFER]->() WHERE t.case = $case RETURN t.key", "RelationshipTypeScan")]
    [InlineData("load/x.cypher", "UNWIND $rows AS r MATCH (n:Fact {case: $case, number: r}) CREATE (:Fact {case: $case, number: r + 1})", "Eager")]
    public async Task A_statement_that_does_is_found(string file, string text, string expected) => Assert.Contains(Faults(file, text, await OperatorsAsync(text)), f => f.EndsWith(expected, StringComparison.Ordinal));

    private static IEnumerable<string> Faults(string file, string text, IReadOnlyList<string> operators)
    {
        Assert.NotEmpty(operators);
        return operators.Where(o => o is "AllNodesScan" or "NodeByLabelScan" || o.EndsWith("RelationshipTypeScan", StringComparison.Ordinal) || o.EndsWith("AllRelationshipsScan", StringComparison.Ordinal)
            || (o == "Eager" && IsBulk(file, text) && operators.Take(operators.ToList().IndexOf("Unwind")).Contains("Eager"))).Distinct().Select(o => $"{file}: {o}");
    }

    /// <summary>Files that take rows by the thousand. What is held back below their UNWIND is the one row of the case.</summary>
    private static bool IsBulk(string file, string text) => text.Contains("UNWIND $rows", StringComparison.Ordinal)
        && (file.StartsWith("load/", StringComparison.Ordinal) || file is "publish/transfers.cypher" or "publish/accounts.cypher");

    private async Task<IReadOnlyList<string>> OperatorsAsync(string text) =>
        (await sample.Open.Transport.RunAsync(new CypherStatement("explain", "EXPLAIN " + text, new Dictionary<string, object?> { ["case"] = sample.Open.Name }), AccessMode.Read, [], null, default)).PlanOperators;
}
