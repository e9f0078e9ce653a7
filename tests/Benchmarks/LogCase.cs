using System.Globalization;
using System.IO.Compression;

namespace FinInvest.Graph.Benchmarks;

/// <summary>The bank's log in cents, the ten lowest alerts as acts (first rows in time are proceeds), the account of the first alert's last credit as target.</summary>
internal static class LogCase
{
    public static async Task RunAsync(Table table)
    {
        var folder = Path.Combine(MeasuredCase.Shared(), "data", "amlsim-generated", "ai10k_a");
        var log = Path.Combine(folder, "tx_log_cents.csv.gz");
        var alerts = Rows(log).Select((w, i) => (Row: i + 1, Step: int.Parse(w[0], CultureInfo.InvariantCulture), Amount: decimal.Parse(w[2], CultureInfo.InvariantCulture), To: w[6],
            Alert: int.Parse(w[10], CultureInfo.InvariantCulture))).Where(r => r.Alert >= 0).GroupBy(r => r.Alert).OrderBy(g => g.Key).Take(10)
            .Select(g => (Id: g.Key, First: g.Where(r => r.Step == g.Min(x => x.Step)).ToList(), Last: g.MaxBy(r => r.Row))).ToList();
        var stated = Directory.CreateTempSubdirectory("fininvest-bench-in-").FullName;
        Write(stated, "case.csv", "id,question,as_of,currencies", ["log,What became of the money of ten alerts?,2022-12-31,USD:2"]);
        Write(stated, "acts.csv", "id,name", alerts.Select(a => $"A{a.Id},alert {a.Id}"));
        Write(stated, "episodes.csv", "id,act,victim,currency,amount", alerts.Select(a => string.Create(CultureInfo.InvariantCulture, $"E{a.Id},A{a.Id},victim,USD,{a.First.Sum(r => r.Amount)}")));
        Write(stated, "proceeds.csv", "episode,row", alerts.SelectMany(a => a.First, (a, r) => $"E{a.Id},tx_log_cents/{r.Row}"));
        try
        {
            await MeasuredCase.RunAsync(table, Path.Combine(MeasuredCase.Repository(), "sample-data", "mappings", "amlsim.json"),
                [log, Path.Combine(folder, "accounts.csv.gz"), stated], "balance:" + alerts[0].Last.To);
        }
        finally
        {
            Directory.Delete(stated, recursive: true);
        }
    }

    public static void Write(string folder, string name, string header, IEnumerable<string> rows) => File.WriteAllLines(Path.Combine(folder, name), [header, .. rows]);

    private static IEnumerable<string[]> Rows(string log)
    {
        using var text = new StreamReader(new GZipStream(File.OpenRead(log), CompressionMode.Decompress));
        text.ReadLine();
        while (text.ReadLine() is { } line)
        {
            yield return line.Split(',');
        }
    }
}
