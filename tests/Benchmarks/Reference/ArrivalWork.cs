using System.Globalization;
using FinInvest.Graph.Network;

namespace FinInvest.Graph.Benchmarks.Reference;

/// <summary>W2: earliest arrival at every account from one, without limit, over at most six transfers, and within 180 days; sums of 100 questions.</summary>
internal static class ArrivalWork
{
    private const int HalfYear = 180 * 86400;

    public static void Run()
    {
        foreach (var size in Workload.Sizes)
        {
            var work = Workload.Open(size);
            Workload.Run(Workload.Program("ref", "ref.cpp"), work.Folder);
            var want = File.ReadLines(Path.Combine(work.Folder, "ref_w2.csv")).Skip(1).Select(l => l.Split(',').Select(w => long.Parse(w, CultureInfo.InvariantCulture)).ToArray()).ToList();
            var depart = Enumerable.Range(0, work.From.Length).Select(i => 2 * i).ToArray();
            var arrive = depart.Select(d => d + 1).ToArray();
            var frontier = new ArrivalFrontier(new TemporalGraph(work.Accounts, 2 * work.From.Length, work.From, work.To, depart, arrive, work.Minor));
            var search = new EarliestArrival(work.Accounts, work.From, work.To, depart, arrive);
            Row("W2 earliest arrival, no limit", ["w2a"], q => search.Search(q.Source, (2 * q.First) - 1), v => search[v], 1);
            Row("W2 earliest arrival, 6 transfers", ["w2b"], q => search.Search(q.Source, (2 * q.First) - 1, 6, EarliestArrival.Never), v => search[v], 3);
            Row("W2 earliest arrival, 6 transfers, 180 days", ["w2c", "w2cscan"], q => frontier.Search(q.Source, (2 * q.First) - 1, 6, 2 * work.After(q.First, HalfYear)), v => frontier[v], 5);

            void Row(string name, string[] files, Action<Workload.Question> ask, Func<int, int> arrival, int column)
            {
                var wrong = 0;
                for (var i = 0; i < work.Queries.Count; i++)
                {
                    ask(work.Queries[i]);
                    var (reached, sum) = (0, 0L);
                    for (var v = 0; v < work.Accounts; v++)
                    {
                        if (v != work.Queries[i].Source && arrival(v) != EarliestArrival.Never)
                        {
                            reached++;
                            sum += arrival(v) / 2;
                        }
                    }

                    wrong += reached == want[i][column] && sum == want[i][column + 1] ? 0 : 1;
                }

                var ours = RatioTable.Best(3, () =>
                {
                    foreach (var q in work.Queries)
                    {
                        ask(q);
                    }
                });
                RatioTable.Row(name, work.From.Length, ours, files.Min(f => RatioTable.Sum(work.Folder, f)), 1.25, $"{work.Queries.Count} questions, {wrong} answers differ");
            }
        }
    }
}
