using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace FinInvest.Graph.Benchmarks;

/// <summary>The published worker over a full inbox: files of 50 rows from 20 senders, a tenth of them with a rejected row, each with its receipt; then that every one of them is there, once.</summary>
internal static class InboxCase
{
    private const int Senders = 20;
    private const int Rows = 50;
    private static string name = "";

    public static Task RunAsync(Table table) => RunAsync(table, [250, 1_000], []);

    /// <summary>The same into cases of a server; each run has a case of its own.</summary>
    public static Task RunOnServerAsync(Table table) =>
        RunAsync(table, [100, 100], ["Store=" + (Environment.GetEnvironmentVariable("NEO4J_URI") ?? throw new InvalidOperationException("Set NEO4J_URI to the server that is to be measured."))]);

    private static async Task RunAsync(Table table, IReadOnlyList<int> sizes, IReadOnlyList<string> settings)
    {
        foreach (var files in sizes)
        {
            name = "C-" + Guid.NewGuid().ToString("N")[..6];
            var root = Directory.CreateTempSubdirectory("fininvest-inbox-").FullName;
            try
            {
                Fill(root, files);
                await table.MeasureAsync(string.Create(CultureInfo.InvariantCulture, $"{files} files of {Rows} rows"), () => Serve(root, settings), r => Result(root, files, r));
            }
            finally
            {
                Directory.Delete(root, recursive: true);
            }
        }
    }

    private static void Fill(string root, int files)
    {
        for (var s = 0; s < Senders; s++)
        {
            var folder = Directory.CreateDirectory(Path.Combine(root, "inbox", name, string.Create(CultureInfo.InvariantCulture, $"bank-{s:00}"))).FullName;
            File.WriteAllText(Path.Combine(folder, "grade.json"), """{"grade": "B2", "partner": "AE", "permissions": ["court"]}""");
            File.WriteAllText(Path.Combine(folder, "mapping.json"), """
                {"schema": "fininvest.mapping/1", "name": "bank", "files": [{"pattern": "*", "target": "postings", "columns": {"booking_day": "Day", "amount": "Amount", "balance": "Balance",
                 "counterparty": "Other", "text": "Text", "account": "Account", "currency": {"constant": "USD"}}}]}
                """);
        }

        for (var f = 0; f < files; f++)
        {
            var text = new StringBuilder("Day,Amount,Balance,Other,Text,Account\n");
            for (var r = 1; r <= Rows; r++)
            {
                var amount = f % 10 == 0 && r == 7 ? "n/a" : "1.00";
                text.Append(CultureInfo.InvariantCulture, $"2024-{f % 12 + 1:00}-{r % 28 + 1:00},{amount},{r}.00,OTHER-{f % 97}-{r},Invoice {f}/{r},ACC-{f}\n");
            }

            File.WriteAllText(Path.Combine(root, "inbox", name, string.Create(CultureInfo.InvariantCulture, $"bank-{f % Senders:00}"), string.Create(CultureInfo.InvariantCulture, $"statement-{f:0000}.csv")), text.ToString());
        }
    }

    private static (TimeSpan Wall, TimeSpan Processor, long Megabytes) Serve(string root, IReadOnlyList<string> settings)
    {
        var start = new ProcessStartInfo(PublishedProgram.Path(), ["serve", "--root", root, "--once", "--listen", "none", "--set", "StableSeconds=0.01", "ScanSeconds=0.01", .. settings]) { RedirectStandardError = true };
        var at = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        long peak = 0;
        var processor = TimeSpan.Zero;
        while (!process.WaitForExit(100))
        {
            try
            {
                process.Refresh();
                (peak, processor) = (Math.Max(peak, process.PeakWorkingSet64), process.TotalProcessorTime);
            }
            catch (InvalidOperationException)
            {
                // It has just ended.
            }
        }

        return (Stopwatch.GetElapsedTime(at), processor, peak >> 20);
    }

    private static string Result(string root, int files, (TimeSpan Wall, TimeSpan Processor, long Megabytes) run)
    {
        var done = Directory.EnumerateFiles(Path.Combine(root, "done"), "*.csv", SearchOption.AllDirectories).Count();
        var receipts = Directory.EnumerateFiles(Path.Combine(root, "done"), "*.receipt.txt", SearchOption.AllDirectories).Count();
        return done == files && receipts == files
            ? string.Create(CultureInfo.InvariantCulture, $"{files / run.Wall.TotalSeconds:0} files/s; worker {run.Processor.TotalSeconds:0.0} s of processor, {run.Megabytes} MB")
            : throw new InvalidOperationException($"{done} files and {receipts} receipts of {files} are in done.");
    }
}
