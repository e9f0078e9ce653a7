namespace FinInvest.Graph.Casework.LoadRecords;

/// <summary>Counts rows and days by account, page by page. A row that moves both its accounts counts for both.</summary>
public sealed class AccountSpans
{
    private readonly SortedDictionary<string, (long Rows, int From, int To)> found = new(StringComparer.Ordinal);

    /// <summary>In ordinal order of the accounts.</summary>
    public IReadOnlyList<AccountSpan> All => [.. found.Select(f => new AccountSpan(f.Key, f.Value.Rows, new Day(f.Value.From), new Day(f.Value.To)))];

    public void Add(PostingPage page)
    {
        for (var i = 0; i < page.Count; i++)
        {
            Add(page.AccountNames[page.Account[i]], page.BookingDay[i]);
            if (page.CounterMinor[i] != 0)
            {
                Add(page.AccountNames[page.Counterparty[i]], page.BookingDay[i]);
            }
        }
    }

    private void Add(string account, int day)
    {
        var (rows, from, to) = found.GetValueOrDefault(account, (0, day, day));
        found[account] = (rows + 1, Math.Min(from, day), Math.Max(to, day));
    }
}
