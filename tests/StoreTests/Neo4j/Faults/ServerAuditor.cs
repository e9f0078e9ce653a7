using System.Globalization;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using FinInvest.Graph.Store.Neo4j.Transport;
using FinInvest.Graph.StoreTests.Children;
using Xunit;

namespace FinInvest.Graph.StoreTests.Neo4j.Faults;

/// <summary>
/// Looks at a case on a server by requests of its own and the documents' own arithmetic, without the store's code: everything that was acknowledged is there, whatever the case counts is whole
/// and there once, and what it does not count is not among it.
/// </summary>
internal sealed class ServerAuditor : IDisposable
{
    private readonly HttpClient http = new();
    private readonly string name;

    public ServerAuditor(Neo4jSettings server, string name)
    {
        this.name = name;
        http.BaseAddress = new Uri(server.Address, "/db/neo4j/query/v2");
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{server.User}:{server.Password}")));
        http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
    }

    /// <param name="acknowledged">Documents whose load said that it was committed.</param>
    /// <param name="isQuiet">A writer has been there since the last fault, so that nothing uncommitted may be left.</param>
    /// <param name="rowsOf">How many rows a document has; null = as the loads of the kill tests.</param>
    /// <returns>How many documents the case counts.</returns>
    public async Task<int> CheckAsync(IReadOnlyCollection<int> acknowledged, bool isQuiet, Func<int, int>? rowsOf = null)
    {
        var counts = (await RowsAsync("MATCH (c:Case {case: $case}) RETURN c.loads, c.documents, c.rows, c.facts, c.rejects, c.accounts")).Single();
        var (loads, documents, rows) = (counts[0].GetInt64(), counts[1].GetInt64(), counts[2].GetInt64());
        var held = await RowsAsync("MATCH (d:Document {case: $case}) WHERE d.number <= $n RETURN d.number, d.sha256, d.name, d.firstRow, d.postings, d.load, d.facts, d.rejects ORDER BY d.number", documents);
        Assert.Equal(Enumerable.Range(1, (int)documents).Select(n => (long)n), held.Select(d => d[0].GetInt64()));
        Assert.Equal(held.Count, held.Select(d => d[1].GetString()).Distinct().Count());
        Assert.Empty(acknowledged.Select(d => StoreSample.Document(d).Hash.Hex).Except(held.Select(d => d[1].GetString()!)));
        Assert.Equal(Enumerable.Range(1, (int)loads).Select(n => (long)n), (await RowsAsync("MATCH (l:Load {case: $case}) WHERE l.load <= $n RETURN l.load ORDER BY l.load", loads)).Select(l => l[0].GetInt64()));
        Assert.Equal(documents, (await RowsAsync("MATCH (l:Load {case: $case})-[r:RECEIVED {alreadyHeld: false}]->(:Document) WHERE l.load <= $n RETURN count(r)", loads)).Single()[0].GetInt64());
        var next = 1L;
        foreach (var document in held)
        {
            Assert.True(document[5].GetInt64() <= loads);
            Assert.Equal((next, 2, 1), (document[3].GetInt64(), document[6].GetInt64(), document[7].GetInt64()));
            next += await CheckRowsAsync(document, rowsOf ?? Child.RowsOf);
        }

        Assert.Equal(next - 1, rows);
        foreach (var (label, counted) in new[] { ("Transaction", rows), ("Fact", counts[3].GetInt64()), ("Reject", counts[4].GetInt64()), ("Document", documents), ("Account", counts[5].GetInt64()) })
        {
            var numbers = (await RowsAsync($"MATCH (n:{label} {{case: $case}}) WHERE n.number > 0 RETURN count(CASE WHEN n.number <= $n THEN 1 END), count(DISTINCT CASE WHEN n.number <= $n THEN n.number END), count(CASE WHEN n.number > $n THEN 1 END)", counted)).Single();
            Assert.Equal((label, counted, counted), (label, numbers[0].GetInt64(), numbers[1].GetInt64()));
            Assert.True(!isQuiet || numbers[2].GetInt64() == 0, $"{numbers[2]} {label} nodes are there that the case does not count.");
        }

        Assert.Equal((2L * documents, documents), (counts[3].GetInt64(), counts[4].GetInt64()));
        Assert.Equal([2 * rows], (await RowsAsync("MATCH (t:Transaction {case: $case})-[r:PERFORMS|BENEFITS_TO]-(:Account {case: $case}) WHERE t.number <= $n RETURN count(r)", rows)).Select(r => r[0].GetInt64()));
        return held.Count;
    }

    public void Dispose() => http.Dispose();

    private async Task<long> CheckRowsAsync(JsonElement document, Func<int, int> rowsOf)
    {
        var number = int.Parse(document[2].GetString()!["bank-".Length..^".csv".Length], CultureInfo.InvariantCulture);
        Assert.Equal(StoreSample.Document(number).Hash.Hex, document[1].GetString());
        var expected = StoreSample.Page(number, 1, rowsOf(number));
        Assert.Equal(expected.Count, document[4].GetInt64());
        var rows = await RowsAsync("MATCH (t:Transaction {case: $case}) WHERE t.number >= $n AND t.number < $n + $count MATCH (a:Account {case: $case, number: t.account}) MATCH (b:Account {case: $case, number: t.counterparty}) "
            + "RETURN t.number, t.document, t.row, a.id, b.id, t.minor, t.counterMinor, t.localId, toString(t.bookingDay) ORDER BY t.number", document[3].GetInt64(), expected.Count);
        Assert.Equal(expected.Count, rows.Count);
        for (var i = 0; i < expected.Count; i++)
        {
            var r = rows[i];
            Assert.Equal(
                (document[3].GetInt64() + i, document[0].GetInt64(), (long)expected.Row[i], expected.AccountNames[expected.Account[i]], expected.AccountNames[expected.Counterparty[i]]),
                (r[0].GetInt64(), r[1].GetInt64(), r[2].GetInt64(), r[3].GetString(), r[4].GetString()));
            Assert.Equal((expected.Minor[i], expected.CounterMinor[i], expected.LocalId[i], new Day(expected.BookingDay[i]).ToString()), (r[5].GetInt64(), r[6].GetInt64(), r[7].GetString(), r[8].GetString()));
        }

        return expected.Count;
    }

    private async Task<List<JsonElement>> RowsAsync(string statement, long n = 0, long count = 0)
    {
        using var content = new StringContent(JsonSerializer.Serialize(new { statement, parameters = new Dictionary<string, object> { ["case"] = name, ["n"] = n, ["count"] = count } }), Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync((Uri?)null, content);
        var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.False(body.TryGetProperty("errors", out var errors), errors.ValueKind == JsonValueKind.Undefined ? "" : errors.ToString());
        return [.. body.GetProperty("data").GetProperty("values").EnumerateArray()];
    }
}
