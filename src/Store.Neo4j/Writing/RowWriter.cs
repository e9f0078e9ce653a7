namespace FinInvest.Graph.Store.Neo4j.Writing;

/// <summary>Turns pages into rows for the server and sends them in batches of one size; while one is on its way the next is made.</summary>
internal sealed class RowWriter(WriterLease lease, long load, NameNumbers accounts, NameNumbers statements, NameNumbers currencies)
{
    /// <summary>Rows of one call.</summary>
    public const int BatchRows = 5_000;

    private List<object?[]> batch = [];
    private Task onItsWay = Task.CompletedTask;

    /// <summary>Number of the last row.</summary>
    public long Last { get; private set; } = lease.Counts.Rows;

    public async ValueTask AppendAsync(long document, PostingPage page, CancellationToken ct)
    {
        var accountMap = new int[page.AccountNames.Count];
        var statementMap = new int[page.StatementIds.Count];
        var currencyMap = new string[page.CurrencyCodes.Count];
        for (var i = 0; i < page.Count; i++)
        {
            batch.Add(Row(document, page, i, accountMap, statementMap, currencyMap));
            if (batch.Count == BatchRows)
            {
                await FlushAsync(ct);
            }
        }
    }

    /// <summary>Sends what is left and waits until all of it has arrived.</summary>
    public async ValueTask EndAsync(CancellationToken ct)
    {
        await FlushAsync(ct);
        await onItsWay;
    }

    /// <summary>Waits for the batch that is on its way.</summary>
    public Task WaitAsync() => onItsWay;

    /// <summary>Waits for the batch that is on its way, however it ends.</summary>
    public Task SettleAsync() => onItsWay.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    private async ValueTask FlushAsync(CancellationToken ct)
    {
        await onItsWay;
        var rows = batch;
        batch = new List<object?[]>(BatchRows);
        List<object?[]> newAccounts = [.. accounts.New.Select(n => new object?[] { n.Number, n.Name })];
        List<object?[]> newNames = [.. statements.New.Select(n => new object?[] { "statement", n.Number, n.Name }), .. currencies.New.Select(n => new object?[] { "currency", n.Number, n.Name })];
        accounts.New.Clear();
        statements.New.Clear();
        currencies.New.Clear();
        onItsWay = Task.Run(async () =>
        {
            await SendAsync("load/accounts", newAccounts, ct);
            await SendAsync("load/names", newNames, ct);
            await SendAsync("load/rows", rows, ct);
        }, ct);
    }

    private async Task SendAsync(string file, List<object?[]> rows, CancellationToken ct)
    {
        for (var from = 0; from < rows.Count; from += BatchRows)
        {
            await lease.SendAsync(file, from == 0 && rows.Count <= BatchRows ? rows : rows.GetRange(from, Math.Min(BatchRows, rows.Count - from)), load, 1, ct);
        }
    }

    /// <summary>Columns in the order that load/rows.cypher says.</summary>
    private object?[] Row(long document, PostingPage p, int i, int[] accountMap, int[] statementMap, string[] currencyMap)
    {
        var account = Account(p, p.Account[i], accountMap);
        var counterparty = Account(p, p.Counterparty[i], accountMap);
        var statement = p.Statement[i];
        if (statementMap[statement] == 0)
        {
            statementMap[statement] = statements.Number(p.StatementIds[statement]);
        }

        var isDebit = p.Minor[i] < 0;
        return
        [
            ++Last, isDebit ? account : counterparty, isDebit ? counterparty : account, statementMap[statement], p.Row[i], account, counterparty, p.Minor[i], p.CounterMinor[i],
            Text(p.BookingDay[i]), Text(p.ValueDay[i]), Unless(p.Instant[i], Instant.None), Currency(p, p.Currency[i], currencyMap),
            p.CounterMinor[i] == 0 ? null : Currency(p, p.CounterCurrency[i], currencyMap), RowWords.Of(p.Kind[i]), RowWords.Of(p.Origin[i]), Unless(p.Balance[i], PostingPage.NoBalance),
            Unless(p.CounterBalance[i], PostingPage.NoBalance), p.Reference[i], p.EndToEndId[i], p.LocalId[i], p.CounterpartyName[i], p.Text[i], document,
        ];
    }

    /// <summary>0 = nobody is named.</summary>
    private int Account(PostingPage page, int index, int[] map)
    {
        if (index == 0 || page.AccountNames[index].Length == 0)
        {
            return 0;
        }

        return map[index] != 0 ? map[index] : map[index] = accounts.Number(page.AccountNames[index]);
    }

    private string Currency(PostingPage page, int index, string[] map)
    {
        if (map[index] is null)
        {
            map[index] = page.CurrencyCodes[index];
            currencies.Number(map[index]);
        }

        return map[index];
    }

    private static string? Text(int day) => day == Day.NoneNumber ? null : new Day(day).ToString();

    private static object? Unless(long value, long none) => value == none ? null : value;
}
