using System.Text;
using System.Text.Json;
using CsCheck;
using FinInvest.Graph.Store.Neo4j.Transport.Http;
using Xunit;

namespace FinInvest.Graph.StoreTests.Neo4j.Transport;

/// <summary>An answer of the Query API arrives in pieces of any size.</summary>
public class AnswerParserTests
{
    private const string Answer = """
        {"data":{"fields":["n","t","b","l","e","s"],"values":[
        [9223372036854775807,"Ә \"x\" \u0001\ud83d\ude00",true,[1,-2],null,["a",null,"]\"["]],
        [-9007199254740993,"",false,[],{"a":[1]},[]]]},
        "notifications":[{"code":"x","position":{"line":1}}],"counters":{"nodesCreated":3,"containsUpdates":true},
        "queryPlan":{"operatorType":"A@neo4j","children":[{"operatorType":"B@neo4j"}]},"bookmarks":["FB:1","FB:2"]}
        """;

    [Fact]
    public void Rows_are_the_same_however_the_answer_is_cut()
    {
        var bytes = Encoding.UTF8.GetBytes(Answer);
        var whole = Parse(bytes, [bytes.Length]);
        Assert.Equal((2, "FB:2", 3L, "A B"), (whole.Rows.Count, whole.Parser.Bookmarks![1], whole.Parser.Counters.NodesCreated, string.Join(' ', whole.Parser.Counters.PlanOperators)));
        Assert.Equal("9223372036854775807|Ә \"x\" \u0001😀|True|1,-2|False|a,-,]\"[", whole.Rows[0]);
        Assert.Equal("-9007199254740993||False||False|", whole.Rows[1]);
        Gen.Int[1, 40].Array[1, 20].Sample(cuts =>
        {
            var cut = Parse(bytes, cuts);
            Assert.Equal(whole.Rows, cut.Rows);
            Assert.True(cut.Parser.IsWhole);
        }, iter: 200);
    }

    [Fact]
    public void An_answer_that_ends_early_is_not_whole_wherever_it_ends()
    {
        var bytes = Encoding.UTF8.GetBytes(Answer.TrimEnd());
        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.False(Parse(bytes[..length], [length + 1]).Parser.IsWhole);
        }
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("[]")]
    [InlineData("""{"data":{"fields":["a"],"values":[[1,2]]}}""")]
    [InlineData("""{"data":{"fields":["a","b"],"values":[[1]]}}""")]
    [InlineData("""{"data":{"fields":["a"],"values":[1]}}""")]
    public void What_is_no_answer_is_refused(string text) => Assert.ThrowsAny<JsonException>(() => Parse(Encoding.UTF8.GetBytes(text), [text.Length]));

    [Fact]
    public void A_fraction_is_no_amount()
    {
        var bytes = Encoding.UTF8.GetBytes("""{"data":{"fields":["minor"],"values":[[1.0]]}}""");
        var fault = Assert.Throws<SinkFaultException>(() => new AnswerParser(new RowList<long>(r => r.Int64(0))).Read(bytes));
        Assert.Contains("Column minor", fault.Message, StringComparison.Ordinal);
    }

    private static (AnswerParser Parser, List<string> Rows) Parse(byte[] bytes, int[] cuts)
    {
        var rows = new RowList<string>(r => r.Count == 6
            ? $"{r.Int64(0)}|{r.Text(1)}|{r.Boolean(2)}|{string.Join(',', r.Int64s(3))}|{r.IsNull(4) && false}|{string.Join(',', r.Texts(5).Select(t => t ?? "-"))}" : "");
        var parser = new AnswerParser(rows);
        var (held, at) = (new List<byte>(), 0);
        for (var i = 0; at < bytes.Length; i++)
        {
            var next = Math.Min(bytes.Length, at + cuts[i % cuts.Length]);
            held.AddRange(bytes[at..next]);
            at = next;
            held.RemoveRange(0, parser.Read(held.ToArray()));
        }

        return (parser, rows.Rows);
    }
}
