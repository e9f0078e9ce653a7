using System.Diagnostics;
using System.Globalization;
using FinInvest.Graph.Benchmarks.Reference;
using FinInvest.Graph.Network;
using FinInvest.Graph.Store.Neo4j.Transport;

namespace FinInvest.Graph.Benchmarks.Server;

/// <summary>W2 and W3 in the best Cypher we know for Neo4j 5.26 on the published transfers and the rows, beside our kernels on the ledger that was read from the same server.</summary>
internal sealed class ServerQuestions
{
    private const int HalfYear = 180 * 86_400;
    private const long LeastAmount = 1_000_000;
    private const int ReachQuestions = 10;
    private const int PathQuestions = 5;
    private const int OpenQuestions = 2;

    private readonly string name;
    private readonly double replica;
    private readonly Ledger ledger;
    private readonly int[] from;
    private readonly int[] to;
    private readonly int[] depart;
    private readonly int[] arrive;
    private readonly long[] instant;
    private readonly long[] minor;
    private readonly int accounts;
    private readonly List<(int Source, int First, int Target)> asked;

    public ServerQuestions(Workload work, Ledger ledger, string name, double replica)
    {
        (this.name, this.replica, this.ledger) = (name, replica, ledger);
        var order = Enumerable.Range(0, ledger.Count).OrderBy(m => ledger.Position[(m * 2) + 1]).ToArray();
        from = [.. order.Select(m => ledger.Debited[m])];
        to = [.. order.Select(m => ledger.Credited[m])];
        depart = [.. order.Select(m => ledger.Position[m * 2])];
        arrive = [.. order.Select(m => ledger.Position[(m * 2) + 1])];
        instant = [.. order.Select(m => ledger.DebitInstant[m])];
        minor = [.. order.Select(m => ledger.DebitMinor[m])];
        accounts = ledger.Accounts.Count;
        var ibans = File.ReadLines(Path.Combine(work.Folder, "accounts.csv")).Skip(1).Select(l => l.Split(',')[1]).ToArray();
        asked = [.. work.Queries.Select(q => (ledger.AccountIndex(ibans[q.Source]), q.First, ledger.AccountIndex(ibans[q.Target])))];
    }

    public async Task RunAsync()
    {
        await using var transport = GraphServer.Open();
        var publication = await GraphServer.RunAsync("MATCH (g:PublishedGraph {case: $case}) RETURN g.publication", new() { ["case"] = name });
        var frontier = new ArrivalFrontier(new TemporalGraph(accounts, 2 * from.Length, from, to, depart, arrive, minor));
        var search = new EarliestArrival(accounts, from, to, depart, arrive);
        await ReachAsync(transport, publication, "W2 earliest arrival, 6 transfers", q => search.Search(q.Source, depart[q.First] - 1, 6, EarliestArrival.Never), v => search[v], _ => int.MaxValue);
        await ReachAsync(transport, publication, "W2 earliest arrival, 6 transfers, 180 days", q => frontier.Search(q.Source, depart[q.First] - 1, 6, End(q.First)), v => frontier[v], q => End(q.First));
        await PathsAsync(transport, "W3 ten best paths, 8 transfers of 10,000 or more", LeastAmount, PathQuestions);
        await PathsAsync(transport, "W3 ten best paths, 8 transfers", 0, OpenQuestions);
    }

    /// <summary>Place of the first transfer more than 180 days after another.</summary>
    private int End(int first)
    {
        var until = instant[first] + (HalfYear * 1000L);
        var at = first;
        while (at < instant.Length && instant[at] <= until)
        {
            at++;
        }

        return at < depart.Length ? depart[at] : int.MaxValue;
    }

    private async Task ReachAsync(ICypherTransport transport, long publication, string what, Action<(int Source, int First, int Target)> ask, Func<int, int> arrival, Func<(int Source, int First, int Target), long> end)
    {
        // Layers: of each account the earliest arrival after each transfer.
        const string limit = " AND t.publication = $publication AND t.debitPosition < $end";
        var text = $"MATCH (s:Account {{case: $case, name: $source}})-[t:TRANSFER]->(v) WHERE t.debitPosition >= $first{limit} WITH s, v, min(t.creditPosition) AS a WITH s, collect([v, a]) AS l1"
            + string.Concat(Enumerable.Range(2, 5).Select(h => $" CALL (s, l{h - 1}) {{ UNWIND l{h - 1} AS x WITH x[0] AS u, x[1] AS b MATCH (u)-[t:TRANSFER]->(v) WHERE t.debitPosition > b{limit} WITH v, min(t.creditPosition) AS a RETURN collect([v, a]) AS l{h} }}"))
            + " UNWIND l1 + l2 + l3 + l4 + l5 + l6 AS x WITH s, x[0] AS v, min(x[1]) AS arrival WHERE v <> s RETURN count(v), sum(arrival)";
        var (ours, theirs, wrong, failed, done) = (0.0, 0.0, 0, 0, 0);
        foreach (var q in asked.Take(ReachQuestions))
        {
            var (took, rows) = await GraphServer.AskAsync(transport, text, new()
            {
                ["case"] = name, ["publication"] = publication, ["source"] = ledger.Accounts[q.Source].Id, ["first"] = depart[q.First], ["end"] = end(q),
            });
            var mine = RatioTable.Best(3, () => ask(q));
            if (rows is null)
            {
                failed++;
                continue;
            }

            var (reached, sum) = (0L, 0L);
            for (var v = 1; v < accounts; v++)
            {
                if (v != q.Source && arrival(v) != EarliestArrival.Never)
                {
                    reached++;
                    sum += arrival(v);
                }
            }

            wrong += rows[0][0] == reached && rows[0][1] == sum ? 0 : 1;
            (ours, theirs, done) = (ours + mine, theirs + took, done + 1);
        }

        Row(what, ours, theirs, done, failed, wrong);
    }

    private async Task PathsAsync(ICypherTransport transport, string what, long least, int questions)
    {
        // Pairs of transactions around an account, each looked at as soon as it is reached.
        const string text = """
            MATCH (s:Account {case: $case, name: $source})-[:PERFORMS]->(f:Transaction WHERE f.instant >= $first AND f.counterMinor >= $least)
            MATCH (f) ((ti:Transaction)-[:BENEFITS_TO]->(a:Account)-[:PERFORMS]->(tj:Transaction) WHERE ti.instant < tj.instant AND tj.counterMinor >= $least){0,7} (l:Transaction)-[:BENEFITS_TO]->(:Account {case: $case, name: $target})
            WHERE NOT s IN a AND all(i IN range(0, size(a) - 2) WHERE NOT a[i] IN a[i + 1..])
            WITH size(a) + 1 AS transfers, l.instant AS last ORDER BY transfers, last LIMIT 10 RETURN transfers, last
            """;
        var search = new PathSearch<PlaceTimes>(new TemporalGraph(accounts, 2 * from.Length, from, to, depart, arrive, minor), default);
        var (ours, theirs, wrong, failed, done) = (0.0, 0.0, 0, 0, 0);
        foreach (var q in asked.Take(questions))
        {
            var (took, rows) = await GraphServer.AskAsync(transport, text, new()
            {
                ["case"] = name, ["source"] = ledger.Accounts[q.Source].Id, ["target"] = ledger.Accounts[q.Target].Id, ["first"] = instant[q.First], ["least"] = least,
            });
            var query = new PathQuery([new PathStart(q.Source, depart[q.First] - 1, long.MaxValue, long.MinValue, 0)],
                [new PathEnd(q.Target, int.MaxValue, long.MaxValue, new TimeInterval(long.MinValue, long.MaxValue), 0)]) { CountWorkMax = 0, WeightMin = least > 0 ? least : long.MinValue };
            var answer = search.Find(query);
            var mine = RatioTable.Best(3, () => search.Find(query));
            if (rows is null)
            {
                failed++;
                continue;
            }

            wrong += (answer.Paths.Count == 0 ? 0 : answer.Paths[0].Edges.Count) == (rows.Count == 0 ? 0 : rows[0][0]) ? 0 : 1;
            (ours, theirs, done) = (ours + mine, theirs + took, done + 1);
        }

        Row(what, ours, theirs, done, failed, wrong);
    }

    private void Row(string what, double ours, double theirs, int done, int failed, int wrong)
    {
        if (done == 0)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {from.Length:N0} | | | n/a | 100x | no question of {failed} was answered within {GraphServer.QuestionLimit.TotalSeconds:0} s |"));
            return;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {what} | {from.Length:N0} | {RatioTable.Seconds(ours / done)} | {RatioTable.Seconds(theirs / done)} | {theirs / ours:N0}x warm, {theirs / (ours + replica):0.00}x with the replica for these {done} | 100x warm{(theirs >= 100 * ours ? "" : " missed")} | a question on average, {done} asked; {failed} not answered within {GraphServer.QuestionLimit.TotalSeconds:0} s; {wrong} answers differ |"));
    }

    /// <summary>Places alone order these transfers.</summary>
    private readonly struct PlaceTimes : IEdgeTimes
    {
        public bool FollowPlaces => true;

        public TimeInterval Departure(int edge) => new(edge, edge);

        public TimeInterval Arrival(int edge) => new(edge, edge);
    }
}
