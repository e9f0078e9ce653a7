using System.Globalization;
using System.Text.Json;
using FinInvest.Graph.Network;
using Xunit;

namespace FinInvest.Graph.Tests.Network;

/// <summary>LDBC FinBench's complex reads 3 (shortest path inside a window) and 5 (all simple time-respecting paths of a person's accounts), 40 queries each.</summary>
public class FinBenchPathTests
{
    [Fact]
    public void Shortest_paths_inside_a_window_equal_the_expected_answers()
    {
        var data = Data.Load();
        foreach (var (args, result) in data.Queries("tcr3"))
        {
            var query = new PathQuery([new PathStart(data.Node(args[0]), -1, 1, long.MinValue, 0)], [data.End(data.Node(args[1]))])
            {
                K = 1,
                HopsMax = 30,
                Ordered = false,
                Window = new TimeInterval(args[2] + 1, args[3] - 1),
                CountWorkMax = 0,
            };
            var answer = data.Search.Find(query);
            Assert.Equal(result.GetInt32(), answer.Paths.Count == 0 ? -1 : answer.Paths[0].Edges.Count);
        }
    }

    [Fact]
    public void All_simple_paths_of_a_persons_accounts_equal_the_expected_answers()
    {
        var data = Data.Load();
        var paths = 0;
        foreach (var (args, result) in data.Queries("tcr5"))
        {
            var query = new PathQuery([.. data.AccountsOf(args[0]).Select((a, i) => new PathStart(data.Node(a), -1, 1, long.MinValue, i))], [.. Enumerable.Range(0, data.Count).Select(data.End)])
            {
                K = 1_000_000,
                HopsMax = 3,
                Window = new TimeInterval(args[1] + 1, args[2] - 1),
                CountWorkMax = 0,
            };
            var got = data.Search.Find(query).Paths.Where(p => p.Edges.Count > 0).Select(p => string.Join(' ', p.Nodes.Select(data.Id))).Order(StringComparer.Ordinal);
            var want = result.EnumerateArray().Select(p => string.Join(' ', p.EnumerateArray().Select(x => x.GetInt64()))).Order(StringComparer.Ordinal).ToList();
            Assert.Equal(want, got);
            paths += want.Count;
        }

        Assert.True(paths > 100, $"only {paths} paths were compared");
    }

    private readonly struct Moments(long[] times) : IEdgeTimes
    {
        public bool FollowPlaces => true;

        public TimeInterval Departure(int edge) => new(times[edge], times[edge]);

        public TimeInterval Arrival(int edge) => Departure(edge);
    }

    private sealed class Data
    {
        private readonly Dictionary<long, int> nodes;
        private readonly long[] ids;
        private readonly ILookup<long, long> owned;

        private Data(List<(long From, long To, long Time)> transfers, ILookup<long, long> owned)
        {
            this.owned = owned;
            ids = [.. transfers.SelectMany(t => new[] { t.From, t.To }).Concat(owned.SelectMany(g => g)).Distinct().Order()];
            nodes = ids.Select((id, i) => (id, i)).ToDictionary(x => x.id, x => x.i);
            transfers.Sort((a, b) => a.Time.CompareTo(b.Time));
            var (depart, arrive) = (new int[transfers.Count], new int[transfers.Count]);
            var place = 0;
            for (var i = 0; i < transfers.Count;)
            {
                // Transfers of one moment do not follow each other: all leave before any arrives.
                var end = i;
                while (end < transfers.Count && transfers[end].Time == transfers[i].Time)
                {
                    depart[end++] = place++;
                }

                for (; i < end; i++)
                {
                    arrive[i] = place++;
                }
            }

            var graph = new TemporalGraph(ids.Length, place, [.. transfers.Select(t => nodes[t.From])], [.. transfers.Select(t => nodes[t.To])], depart, arrive, [.. transfers.Select(_ => 1L)]);
            Search = new PathSearch<Moments>(graph, new Moments([.. transfers.Select(t => t.Time)]));
        }

        public PathSearch<Moments> Search { get; }

        public int Count => ids.Length;

        public static Data Load()
        {
            var folder = PublicData.Require("data/ldbc-finbench/data/snapshot");
            var transfers = Rows(folder, "AccountTransferAccount.csv").Select(r => (long.Parse(r["fromId"], CultureInfo.InvariantCulture), long.Parse(r["toId"], CultureInfo.InvariantCulture), Time(r["createTime"]))).ToList();
            return new Data(transfers, Rows(folder, "PersonOwnAccount.csv").ToLookup(r => long.Parse(r["personId"], CultureInfo.InvariantCulture), r => long.Parse(r["accountId"], CultureInfo.InvariantCulture)));
        }

        public int Node(long id) => nodes[id];

        public long Id(int node) => ids[node];

        public PathEnd End(int node) => new(node, int.MaxValue, 1, new TimeInterval(long.MinValue, long.MaxValue), 0);

        public IEnumerable<long> AccountsOf(long person) => owned[person];

        public IEnumerable<(long[] Args, JsonElement Result)> Queries(string kind)
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(PublicData.Require("bench/finbench-mini"), "expected.json")));
            var all = document.RootElement.Clone().EnumerateArray().Where(q => q.GetProperty("op").GetString() == kind).ToList();
            Assert.Equal(40, all.Count);
            return all.Select(q => (q.GetProperty("args").EnumerateArray().Select(a => a.GetInt64()).ToArray(), q.GetProperty("result")));
        }

        private static IEnumerable<Dictionary<string, string>> Rows(string folder, string file)
        {
            var lines = File.ReadAllLines(Path.Combine(folder, file));
            var head = lines[0].Split('|');
            return lines.Skip(1).Select(l => head.Zip(l.Split('|')).ToDictionary(x => x.First, x => x.Second));
        }

        private static long Time(string text)
        {
            var time = DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
            return (time - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMillisecond;
        }
    }
}
