using System.Diagnostics;
using System.Globalization;
using FinInvest.Graph.Store;
using FinInvest.Graph.Store.Embedded;

namespace FinInvest.Graph.StoreTests.Children;

/// <summary>What the other process does. It says on its standard output what it was told was durable, and only after it was told.</summary>
internal static class Child
{
    public static async Task<int> RunAsync(string[] args)
    {
        await using var workspace = Workspace.Open(args[1], create: true);
        switch (args[0])
        {
            case "load":
                await LoadForEverAsync(workspace, int.Parse(args[2], CultureInfo.InvariantCulture));
                return 0;
            case "hold":
                await HoldAsync(workspace, int.Parse(args[2], CultureInfo.InvariantCulture));
                return 0;
            case "expunge":
                Say("begin");
                await workspace.Case.ExpungeAsync(new Sha256(args[2]), new CourtOrder("Invented Court, 1, 2024-05-06", "clerk", Day.Of(2024, 5, 7), "order"), default);
                await workspace.Vault.DeleteAsync(new Sha256(args[2]), default);
                Say("done");
                return 0;
            case "measure":
                await MeasureAsync(workspace, int.Parse(args[2], CultureInfo.InvariantCulture));
                return 0;
            default:
                return 2;
        }
    }

    /// <summary>How many rows a document of the kill tests has.</summary>
    public static int RowsOf(int document) => 20 + (document * 997 % 2_000);

    /// <summary>Loads of one to three documents and a decision after each, until killed.</summary>
    private static async Task LoadForEverAsync(Workspace workspace, int document)
    {
        Say("ready");
        while (true)
        {
            var documents = Enumerable.Range(document, 1 + (document % 3)).ToArray();
            document += documents.Length;
            await using (var load = await workspace.Case.BeginLoadAsync(default))
            {
                foreach (var d in documents)
                {
                    await StoreSample.AppendAsync(load, workspace.Vault, d, RowsOf(d), 500);
                }

                await load.CommitAsync(default);
            }

            Say("committed " + string.Join(',', documents));
            var at = await workspace.Case.VersionAsync(default);
            at = await workspace.Case.DecideAsync([new Decision(0, DecisionKinds.Exclude, $"bank-{documents[0]}.csv", "", "investigator", Day.Of(2024, 5, 6), "invented")], at, default);
            Say(string.Create(CultureInfo.InvariantCulture, $"decided {at.Decisions}"));
        }
    }

    /// <summary>Holds the case until a line comes in, then commits one document. A busy case is said and tried again.</summary>
    private static async Task HoldAsync(Workspace workspace, int document)
    {
        while (true)
        {
            try
            {
                await using var load = await workspace.Case.BeginLoadAsync(default);
                Say("holding");
                await StoreSample.AppendAsync(load, workspace.Vault, document);
                await Console.In.ReadLineAsync();
                await load.CommitAsync(default);
                Say("committed");
                return;
            }
            catch (StoreBusyException e)
            {
                Say("busy: " + e.Message);
                await Task.Delay(20);
            }
        }
    }

    /// <summary>Two-sided rows of one document in, committed, and read back.</summary>
    private static async Task MeasureAsync(Workspace workspace, int rows)
    {
        const int accounts = 100_000;
        string[] names = [.. Enumerable.Range(0, accounts + 1).Select(a => a == 0 ? "" : StoreSample.Name(a))];
        var pages = new List<PostingPage>();
        for (var first = 1; first <= rows; first += PostingPage.RowsMax)
        {
            pages.Add(StoreSample.Page(1, first, Math.Min(PostingPage.RowsMax, rows - first + 1), accounts, names));
        }

        await workspace.Vault.PutAsync(new MemoryStream(StoreSample.Bytes(1)), default);
        await SayTimeAsync("append and commit", rows, async () =>
        {
            await using var load = await workspace.Case.BeginLoadAsync(default);
            await load.BeginDocumentAsync(StoreSample.Document(1), default);
            foreach (var page in pages)
            {
                await load.AppendAsync(page, default);
            }

            await load.CommitAsync(default);
        });
        for (var i = 0; i < 2; i++)
        {
            await SayTimeAsync("read", rows, async () =>
            {
                var read = 0;
                await foreach (var page in workspace.Case.PostingsAsync(LedgerRequest.WholeCase(new CaseVersion(1, 0)), default))
                {
                    read += page.Count;
                }

                Say(string.Create(CultureInfo.InvariantCulture, $"{read} rows"));
            });
        }

        await SayTimeAsync("find", rows, async () => await workspace.Case.FindAsync(new FindQuery("d1r77777"), new CaseVersion(1, 0), default));
    }

    /// <summary>Seconds by the clock and by the processor: on a busy machine only the second says anything.</summary>
    private static async Task SayTimeAsync(string what, int rows, Func<Task> work)
    {
        var (clock, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        await work();
        var (seconds, busy) = (clock.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - processor).TotalSeconds);
        Say(string.Create(CultureInfo.InvariantCulture, $"{what}: {seconds:F2} s, processor {busy:F2} s, {rows / seconds:F0} rows/s"));
    }

    private static void Say(string line)
    {
        Console.Out.WriteLine(line);
        Console.Out.Flush();
    }
}
