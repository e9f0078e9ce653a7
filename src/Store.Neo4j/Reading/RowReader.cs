using System.Runtime.CompilerServices;

namespace FinInvest.Graph.Store.Neo4j.Reading;

/// <summary>
/// Pages of the rows a request asks for. Few accounts or few days: their rows by number; else all rows in the order of the index, looked through here. Memory holds two calls' rows.
/// Rows that were committed never change, so no transaction is held open between calls.
/// </summary>
internal sealed class RowReader(CaseDatabase database, LedgerRequest request, CaseNames names, IReadOnlyList<KeptDocument> documents)
{
    /// <summary>Above this part of the rows it costs less to read all of them in order.</summary>
    private const int FewPart = 10;

    private const int NumbersAtOnce = 10_000;
    private const int AccountsAtOnce = 1_000;
    private readonly bool[]? wanted = Wanted(request, names);

    private long From => documents[0].FirstRow;
    private long To => documents[^1].EndRow;

    public async IAsyncEnumerable<PostingPage> PagesAsync([EnumeratorCancellation] CancellationToken ct)
    {
        if (documents.Count == 0 || (wanted is not null && !wanted.Contains(true)))
        {
            yield break;
        }

        var numbers = await NumbersAsync(ct);
        var calls = numbers is null ? (To - From + PostingPage.RowsMax - 1) / PostingPage.RowsMax : (numbers.Count + NumbersAtOnce - 1) / NumbersAtOnce;
        Task<IReadOnlyList<PostingPage>>? next = null;
        try
        {
            for (long call = 0; call < calls; call++)
            {
                var pages = await (next ?? CallAsync(numbers, call, ct));

                // The next rows are read while the caller works on these.
                next = call + 1 < calls ? CallAsync(numbers, call + 1, ct) : null;
                foreach (var page in pages)
                {
                    yield return page;
                }
            }
        }
        finally
        {
            if (next is not null)
            {
                await next.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            }
        }
    }

    private async Task<IReadOnlyList<PostingPage>> CallAsync(List<long>? numbers, long call, CancellationToken ct)
    {
        if (numbers is null)
        {
            var from = From + (call * PostingPage.RowsMax);
            var to = Math.Min(To, from + PostingPage.RowsMax);
            var range = new PageSink(names, documents, to, request.WithTexts, wanted is null && request.Window is null ? null : IsAsked);
            await database.ReadAsync("read/rows", range, [("from", from), ("to", to), ("texts", request.WithTexts)], ct);
            return range.Pages();
        }

        var some = numbers.GetRange((int)call * NumbersAtOnce, Math.Min(NumbersAtOnce, numbers.Count - ((int)call * NumbersAtOnce)));
        var sink = new PageSink(names, documents, To, request.WithTexts, IsAsked);
        await database.ReadAsync("read/rows-by-number", sink, [("numbers", some), ("texts", request.WithTexts)], ct);
        return sink.Pages();
    }

    private bool IsAsked(int account, int counterparty, int day) => (wanted is null || wanted[account] || wanted[counterparty]) &&
        (request.Window is not { } window || (day != Day.NoneNumber && window.Contains(new Day(day))));

    /// <summary>Numbers of the rows asked for, in order, each once; null where all rows are to be looked through.</summary>
    private async ValueTask<List<long>?> NumbersAsync(CancellationToken ct)
    {
        var all = To - From;
        if (wanted is not null)
        {
            var accounts = Enumerable.Range(1, wanted.Length - 1).Where(a => wanted[a]).Select(a => (long)a).Chunk(AccountsAtOnce).ToList();
            var rows = 0L;
            foreach (var some in accounts)
            {
                rows += (await database.ReadAsync("read/count-by-account", r => r.Int64(0), [("accounts", some)], ct))[0];
            }

            return rows > Math.Max(NumbersAtOnce, all / FewPart) ? null : await CollectAsync("read/numbers-by-account", accounts.Select(some => ((string, object?)[])[("accounts", some), .. Range()]), ct);
        }

        if (request.Window is not { } window || window.From > window.To)
        {
            return request.Window is null ? null : [];
        }

        var booked = (await database.ReadAsync("read/count-by-day", r => r.Int64(0), [.. Days(window)], ct))[0];
        return booked > Math.Max(NumbersAtOnce, all / FewPart) ? null : await CollectAsync("read/numbers-by-day", [[.. Days(window), ("from", From), ("to", To)]], ct);
    }

    private async ValueTask<List<long>> CollectAsync(string file, IEnumerable<(string, object?)[]> calls, CancellationToken ct)
    {
        var numbers = new HashSet<long>();
        foreach (var parameters in calls)
        {
            numbers.UnionWith(await database.ReadAsync(file, r => r.Int64(0), parameters, ct));
        }

        return [.. numbers.Order()];
    }

    private (string, object?)[] Range() => request.Window is { } window && window.From <= window.To ? [("from", From), ("to", To), .. Days(window)] : [("from", From), ("to", To), ("first", null), ("last", null)];

    internal static (string, object?)[] Days(DayRange window) => [("first", Text(window.From)), ("last", Text(window.To))];

    /// <summary>An open end is the first or last day there is.</summary>
    private static string Text(Day day) => day.IsNone ? "0001-01-01" : day.Number > 2_932_896 ? "9999-12-31" : day.ToString();

    private static bool[]? Wanted(LedgerRequest request, CaseNames names)
    {
        if (request.Accounts is not { Count: > 0 } accounts)
        {
            return null;
        }

        var set = accounts.ToHashSet(StringComparer.Ordinal);
        var wanted = Array.ConvertAll(names.Accounts, set.Contains);
        wanted[0] = false;
        return wanted;
    }
}
